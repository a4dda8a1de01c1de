package dev.moim.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

  @TempDir Path folder;
  private TemplateFiles files;

  @BeforeEach
  void setUp() {
    files = new TemplateFiles(folder);
  }

  @Test
  void readsTablesWithIndexesAndExpiry() {
    Template template =
        files.load(
            """
            Resources:
              Rooms:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions:
                    - {AttributeName: roomId, AttributeType: S}
                    - {AttributeName: licenseId, AttributeType: S}
                    - {AttributeName: createdAt, AttributeType: N}
                  KeySchema:
                    - {AttributeName: roomId, KeyType: HASH}
                    - {AttributeName: licenseId, KeyType: RANGE}
                  GlobalSecondaryIndexes:
                    - IndexName: byLicense
                      KeySchema:
                        - {AttributeName: licenseId, KeyType: HASH}
                        - {AttributeName: createdAt, KeyType: RANGE}
                      Projection: {ProjectionType: INCLUDE, NonKeyAttributes: [title]}
                  TimeToLiveSpecification: {AttributeName: expiresAt, Enabled: true}
                  StreamSpecification: {StreamViewType: KEYS_ONLY}
            """);
    assertThat(template.table("Rooms"))
        .isEqualTo(
            new Table(
                "Rooms",
                Map.of("roomId", "S", "licenseId", "S", "createdAt", "N"),
                new Table.Keys("roomId", Optional.of("licenseId")),
                List.of(
                    new Table.Index(
                        "byLicense",
                        new Table.Keys("licenseId", Optional.of("createdAt")),
                        "INCLUDE",
                        List.of("title"))),
                Optional.of("expiresAt"),
                Optional.of("KEYS_ONLY")));
    assertThatThrownBy(() -> template.table("Seats")).hasMessageContaining("Seats");
  }

  @Test
  void nestedApplicationsGetParametersAndGiveOutputs() {
    files.write(
        "functions/calls/template.yaml",
        """
        Parameters:
          RoomsTable: {Type: String}
          Peer: {Type: String, Default: none}
        Resources:
          Timers:
            Type: AWS::SQS::Queue
          Work:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.Work
              Environment: {Variables: {ROOMS_TABLE: !Ref RoomsTable, PEER: !Ref Peer}}
        Outputs:
          Url: {Value: !Ref Timers}
        """);
    Template template =
        files.load(
            """
            Resources:
              Rooms: {Type: AWS::DynamoDB::Table, Properties: {
                KeySchema: [{AttributeName: id, KeyType: HASH}],
                AttributeDefinitions: [{AttributeName: id, AttributeType: S}]}}
              Calls:
                Type: AWS::Serverless::Application
                Properties:
                  Location: functions/calls/template.yaml
                  Parameters: {RoomsTable: !Ref Rooms}
              Other:
                Type: AWS::Serverless::Application
                Properties:
                  Location: functions/calls/template.yaml
                  Parameters: {RoomsTable: !Ref Rooms, Peer: !GetAtt Calls.Outputs.Url}
            """);
    assertThat(template.functions())
        .extracting(Function::name)
        .containsExactly("Calls-Work", "Other-Work");
    assertThat(template.functions().get(1).environment())
        .containsEntry("ROOMS_TABLE", "Rooms")
        .containsEntry("PEER", "http://127.0.0.1:1234/000000000000/Calls-Timers");
    assertThat(template.queues())
        .extracting(Queue::name)
        .containsExactly("Calls-Timers", "Other-Timers");
  }

  @Test
  void globalsAreInherited() {
    Template template =
        files.load(
            """
            Globals:
              Function:
                Timeout: 20
                MemorySize: 512
                Environment: {Variables: {A: one, B: two}}
            Resources:
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.Work
                  MemorySize: 1024
                  Environment: {Variables: {B: own, C: 3, D: true}}
            """);
    assertThat(template.functions())
        .containsExactly(
            new Function(
                "Work",
                "a.Work",
                Map.of("A", "one", "B", "own", "C", "3", "D", "true"),
                Duration.ofSeconds(20),
                1024,
                List.of()));
  }

  @Test
  void readsBucketsWithTheOriginsOfTheirPages() {
    Template template =
        files.load(
            """
            Parameters:
              Origins: {Type: String, Default: "https://a.example.org,https://b.example.org"}
            Resources:
              PicturesBucket:
                Type: AWS::S3::Bucket
                Properties:
                  CorsConfiguration:
                    CorsRules:
                      - AllowedOrigins: !Split [",", !Ref Origins]
                        AllowedMethods: [PUT]
                      - !If [Never, {AllowedOrigins: [x]}, !Ref AWS::NoValue]
              Closed: {Type: AWS::S3::Bucket}
              Show:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.Show
                  Environment:
                    Variables:
                      BUCKET: !Ref PicturesBucket
                      ARN: !GetAtt PicturesBucket.Arn
            Conditions:
              Never: !Equals [a, b]
            """);
    assertThat(template.buckets())
        .containsExactly(
            new Bucket("picturesbucket", List.of("https://a.example.org", "https://b.example.org")),
            new Bucket("closed", List.of()));
    assertThat(template.functions().getFirst().environment())
        .containsEntry("BUCKET", "picturesbucket")
        .containsEntry("ARN", "arn:aws:s3:::picturesbucket");
  }

  @Test
  void readsQueuesAndTheirEventSourceMappings() {
    Template template =
        files.load(
            """
            Resources:
              Dead: {Type: AWS::SQS::Queue}
              Timers:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 60
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}
              Fire:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.Fire
                  Events:
                    Timers:
                      Type: SQS
                      Properties:
                        Queue: !GetAtt Timers.Arn
                        BatchSize: 3
                        FunctionResponseTypes: [ReportBatchItemFailures]
            """);
    assertThat(template.queues().get(1))
        .isEqualTo(
            new Queue(
                "Timers",
                Duration.ZERO,
                Duration.ofSeconds(60),
                Duration.ofDays(4),
                Optional.of(new Queue.Redrive("Dead", 5))));
    assertThat(template.functions().getFirst().events())
        .containsExactly(new EventSource.QueueSource("Timers", 3, Duration.ZERO, true));
  }

  @Test
  void readsSchedules() {
    Template template =
        files.load(
            """
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.F
                  Events:
                    Often: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(15 minutes)}}
                    Daily: {Type: Schedule, Properties: {Schedule: rate(1 day), Input: '{"warm":true}'}}
                    Never:
                      Type: ScheduleV2
                      Properties: {ScheduleExpression: cron(0 3 * * * *), State: DISABLED}
            """);
    assertThat(template.functions().getFirst().events())
        .containsExactly(
            new EventSource.Schedule("FOften", "rate(15 minutes)", Optional.empty(), true),
            new EventSource.Schedule("FDaily", "rate(1 day)", Optional.of("{\"warm\":true}"), true),
            new EventSource.Schedule("FNever", "cron(0 3 * * * *)", Optional.empty(), false));
    assertThat(template.functions().getFirst().events())
        .extracting(event -> ((EventSource.Schedule) event).rate())
        .containsExactly(
            Optional.of(Duration.ofMinutes(15)), Optional.of(Duration.ofDays(1)), Optional.empty());
  }

  @Test
  void unknownEventTypesAreRefused() {
    assertThatThrownBy(() ->
            files.load(
                """
                Resources:
                  F: {Type: AWS::Serverless::Function, Properties: {
                    Handler: a.F, Events: {E: {Type: Kinesis}}}}
                """))
        .hasMessage("F.E: events of type Kinesis");
  }
}
