package dev.moim.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.template.EventSource.StreamSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What functions read from the streams of tables. */
class StreamsTest {

  private static final String TABLE =
      """
      Resources:
        Meetings:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
            StreamSpecification: {StreamViewType: NEW_IMAGE}
      """;

  @TempDir Path folder;
  private TemplateFiles files;

  @BeforeEach
  void setUp() {
    files = new TemplateFiles(folder);
  }

  @Test
  void readsAStreamOfAnotherStacksTable() {
    files.write(
        "functions/search/template.yaml",
        """
        Parameters:
          MeetingsStreamArn: {Type: String}
        Resources:
          Lost: {Type: AWS::SQS::Queue}
          Index:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.Index
              Events:
                Happened:
                  Type: DynamoDB
                  Properties:
                    Stream: !Ref MeetingsStreamArn
                    StartingPosition: TRIM_HORIZON
                    BatchSize: 20
                    MaximumBatchingWindowInSeconds: 1
                    ParallelizationFactor: 2
                    FilterCriteria:
                      Filters:
                        - Pattern: '{"eventName":["INSERT"]}'
                        - Pattern: '{"dynamodb":{"NewImage":{"kind":{"S":["meeting.expired"]}}}}'
                    MaximumRetryAttempts: 5
                    MaximumRecordAgeInSeconds: 3600
                    BisectBatchOnFunctionError: true
                    FunctionResponseTypes: [ReportBatchItemFailures]
                    DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Lost.Arn}}
        """);
    Template template =
        files.load(
            TABLE
                + """
                  Search:
                    Type: AWS::Serverless::Application
                    Properties:
                      Location: functions/search/template.yaml
                      Parameters: {MeetingsStreamArn: !GetAtt Meetings.StreamArn}
                """);
    assertThat(template.functions().getFirst().events())
        .containsExactly(
            new StreamSource(
                "Meetings",
                true,
                new StreamSource.Batches(20, Duration.ofSeconds(1), 2),
                List.of(
                    "{\"eventName\":[\"INSERT\"]}",
                    "{\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":[\"meeting.expired\"]}}}}"),
                new StreamSource.Retries(
                    Optional.of(5), true, Optional.of(Duration.ofHours(1)), true),
                Optional.of("Search-Lost")));
  }

  @Test
  void whatIsNotSaidIsAsLambdaHasIt() {
    Template template = load("Stream: !GetAtt Meetings.StreamArn, StartingPosition: LATEST");
    assertThat(template.streams())
        .containsExactly(
            new StreamSource(
                "Meetings",
                false,
                new StreamSource.Batches(100, Duration.ZERO, 1),
                List.of(),
                new StreamSource.Retries(Optional.empty(), false, Optional.empty(), false),
                Optional.empty()));
    assertThat(
            load("Stream: !GetAtt Meetings.StreamArn, StartingPosition: LATEST, Enabled: false")
                .streams())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          StartingPosition: AT_TIMESTAMP                       | a StartingPosition that a table's stream does not have
          BatchSize: 10001                                     | a BatchSize that is not between 1 and 10000
          MaximumBatchingWindowInSeconds: 301                  | a MaximumBatchingWindowInSeconds that is not between 0 and 300
          ParallelizationFactor: 0                             | a ParallelizationFactor that is not between 1 and 10
          MaximumRetryAttempts: -2                             | a MaximumRetryAttempts that is not between 0 and 10000
          MaximumRecordAgeInSeconds: 59                        | a MaximumRecordAgeInSeconds that is not between 60 and 604800
          TumblingWindowInSeconds: 10                          | streams with TumblingWindowInSeconds
          DestinationConfig: {OnFailure: {Type: SNS, Destination: t}} | a destination that is no queue
          """)
  void whatLambdaOrThisReaderDoesNotTakeIsRefused(String property, String why) {
    String start = property.startsWith("Starting") ? "" : "StartingPosition: LATEST, ";
    assertThatThrownBy(() -> load("Stream: !GetAtt Meetings.StreamArn, " + start + property))
        .isInstanceOf(TemplateException.class)
        .hasMessage("F.E: " + why);
  }

  @Test
  void aTableWithoutStreamHasNoReader() {
    String silent = TABLE.replace("      StreamSpecification: {StreamViewType: NEW_IMAGE}\n", "");
    assertThat(silent).isNotEqualTo(TABLE);
    assertThatThrownBy(() ->
            files.load(
                silent + function("Stream: !GetAtt Meetings.StreamArn, StartingPosition: LATEST")))
        .hasMessage("a function reads the stream of Meetings, which has none");
    assertThatThrownBy(() -> load("Stream: !GetAtt Meetings.Arn, StartingPosition: LATEST"))
        .hasMessageContaining("is not the ARN of a table's stream");
  }

  private Template load(String properties) {
    return files.load(TABLE + function(properties));
  }

  private static String function(String properties) {
    return """
      F:
        Type: AWS::Serverless::Function
        Properties:
          Handler: a.F
          Events: {E: {Type: DynamoDB, Properties: {%s}}}
    """
        .formatted(properties);
  }
}
