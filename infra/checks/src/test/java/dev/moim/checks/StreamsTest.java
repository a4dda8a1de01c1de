package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.template.EventSource.StreamSource;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events leave by the streams of tables, and none is lost without a word. */
class StreamsTest {

  /** All that a reader needs; each test takes something away. */
  private static final String COMPLETE =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        MeetingsStreamArn: {Type: String}
        MeetingsTableArn: {Type: String}
      Resources:
        Index:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: java25
            CodeUri: target/search.jar
            Handler: a.Index
            AutoPublishAlias: live
            Role: !GetAtt IndexRole.Arn
            Events:
              Happened:
                Type: DynamoDB
                Properties:
                  Stream: !Ref MeetingsStreamArn
                  StartingPosition: TRIM_HORIZON
                  BatchSize: 10
                  BisectBatchOnFunctionError: true
                  MaximumRetryAttempts: 5
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Lost.Arn}}
        Lost: {Type: AWS::SQS::Queue}
        IndexRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {}
            Policies:
              - PolicyName: Index
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: [dynamodb:DescribeStream, dynamodb:GetRecords, dynamodb:GetShardIterator, dynamodb:ListStreams]
                      Resource: !Sub "${MeetingsTableArn}/stream/*"
                    - {Effect: Allow, Action: [sqs:SendMessage], Resource: !GetAtt Lost.Arn}
        IndexLost:
          Type: AWS::CloudWatch::Alarm
          Properties:
            MetricName: ApproximateNumberOfMessagesVisible
            Dimensions: [{Name: QueueName, Value: !GetAtt Lost.QueueName}]
        IndexLate:
          Type: AWS::CloudWatch::Alarm
          Properties:
            MetricName: IteratorAge
            Dimensions: [{Name: FunctionName, Value: !Ref Index}]
      """;

  /** What is written instead of what, and what is then to do. */
  private record Gap(String instead, String of, String sentence) {}

  private static final List<Gap> GAPS =
      List.of(
          new Gap("LATEST", "TRIM_HORIZON", "needs StartingPosition: TRIM_HORIZON"),
          new Gap(
              "BisectBatchOnFunctionError: false",
              "BisectBatchOnFunctionError: true",
              "needs BisectBatchOnFunctionError: true"),
          new Gap("[]", "[ReportBatchItemFailures]", "[ReportBatchItemFailures]"),
          new Gap("MaximumRetryAttempts: -1", "MaximumRetryAttempts: 5", "MaximumRetryAttempts"),
          new Gap(
              "BatchSize: 9",
              "DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Lost.Arn}}",
              "needs a queue of this template as DestinationConfig.OnFailure"),
          new Gap("NumberOfMessagesSent", "ApproximateNumberOfMessagesVisible", "messages in Lost"),
          new Gap("Duration", "IteratorAge", "needs an alarm on the IteratorAge of Index"),
          new Gap("dynamodb:Query", "dynamodb:GetRecords", "allows"),
          new Gap(
              "!Ref MeetingsStreamArn",
              "!Sub \"${MeetingsTableArn}/stream/*\"",
              "on all streams of its table"),
          new Gap("[sqs:DeleteMessage]", "[sqs:SendMessage]", "allows sqs:SendMessage"));

  @TempDir Path folder;

  @Test
  void everyReaderOfAStreamIsComplete() {
    Todo todo = new Todo();
    Deployed.all().forEach(template -> Streams.check(template, todo));
    Streams.checkReaders(RootTemplate.load().streams(), todo);
    todo.assertNothingLeft();
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    List<String> paths = new ArrayList<>(List.of(write("complete", COMPLETE)));
    for (Gap gap : GAPS) {
      String lacking = COMPLETE.replace(gap.of(), gap.instead());
      assertThat(lacking).as(gap.sentence()).isNotEqualTo(COMPLETE);
      paths.add(write("gap" + paths.size(), lacking));
    }
    List<Deployed> templates = Deployed.transform(paths);
    Todo nothing = new Todo();
    Streams.check(templates.getFirst(), nothing);
    nothing.assertNothingLeft();
    for (int i = 0; i < GAPS.size(); i++) {
      Todo todo = new Todo();
      Streams.check(templates.get(i + 1), todo);
      assertThatThrownBy(todo::assertNothingLeft)
          .as(GAPS.get(i).sentence())
          .hasMessageStartingWith("1 to do:")
          .hasMessageContaining("IndexHappened in " + paths.get(i + 1))
          .hasMessageContaining(GAPS.get(i).sentence());
    }
  }

  @Test
  void aThirdReaderOfOneStreamIsTooMany() {
    Todo two = new Todo();
    Streams.checkReaders(Collections.nCopies(2, reader()), two);
    assertThatCode(two::assertNothingLeft).doesNotThrowAnyException();
    Todo three = new Todo();
    Streams.checkReaders(Collections.nCopies(3, reader()), three);
    assertThatThrownBy(three::assertNothingLeft)
        .hasMessageContaining("the stream of Meetings has 3 readers");
  }

  private String write(String name, String template) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), template).toString();
  }

  private static StreamSource reader() {
    return new StreamSource(
        "Meetings",
        true,
        new StreamSource.Batches(10, Duration.ZERO, 1),
        List.of(),
        new StreamSource.Retries(Optional.of(5), true, Optional.empty(), true),
        Optional.empty());
  }
}
