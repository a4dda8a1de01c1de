package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever can fail without anybody asking is watched, and what a client does wrong rings no bell.
 */
class AlarmsTest {

  private static final String ALARM = "AWS::CloudWatch::Alarm";

  @Test
  void everyAlarmIsExplainedAndQuietWhereNothingHappens() {
    for (Deployed template : Deployed.all()) {
      // What fails behind the front door rings the family's own alarm.
      assertThat(template.ofType(ALARM).isEmpty())
          .as("whether %s is without alarms", template.path())
          .isEqualTo(template.path().equals(Repository.FRONT_DOOR));
      assertThat(template.ofType(ALARM))
          .allSatisfy((id, alarm) -> {
            assertThat(alarm.path("AlarmDescription").asText()).as(id).endsWith(".");
            assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
            assertThat(alarm.path("AlarmActions").has("Fn::If")).as(id).isTrue();
          });
    }
  }

  /** CloudWatch refuses others, and with them the stack ("Alarm limits", a hard limit). */
  @Test
  void noAlarmLooksAtMoreThanTenMetrics() {
    for (Deployed template : Deployed.all()) {
      assertThat(template.ofType(ALARM))
          .allSatisfy((id, alarm) ->
              assertThat(alarm.findValues("MetricStat")).as(id).hasSizeLessThanOrEqualTo(10));
    }
  }

  @Test
  void everyFunctionThatNobodyWaitsForIsWatched() {
    for (Deployed template : families()) {
      Set<String> unattended =
          Stream.concat(
                  template.ofType("AWS::Scheduler::Schedule").values().stream()
                      .filter(it -> !it.at("/Target/Input").asText().contains("warm"))
                      .map(it -> it.at("/Target/Arn/Ref").asText()),
                  template.ofType("AWS::Lambda::EventSourceMapping").values().stream()
                      .map(it -> it.path("FunctionName").path("Ref").asText()))
              .map(alias -> alias.replaceFirst("Aliaslive$", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(watched(template, "Errors", "FunctionName"))
          .as("functions of %s whose errors ring", template.path())
          .containsExactlyInAnyOrderElementsOf(unattended);
    }
  }

  @Test
  void everyQueueIsWatchedForWhatIsLateAndWhatIsLost() {
    for (Deployed template : families()) {
      Map<Boolean, List<String>> queues =
          template.ofType("AWS::SQS::Queue").entrySet().stream()
              .collect(
                  Collectors.partitioningBy(
                      queue -> queue.getValue().has("RedrivePolicy"),
                      Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
      assertThat(watched(template, "ApproximateAgeOfOldestMessage", "QueueName"))
          .containsExactlyInAnyOrderElementsOf(queues.get(true));
      assertThat(watched(template, "ApproximateNumberOfMessagesVisible", "QueueName"))
          .containsExactlyInAnyOrderElementsOf(queues.get(false));
    }
  }

  @Test
  void everyTableIsWatchedForThrottling() {
    Deployed root = Deployed.of("template.yaml");
    Set<String> tables = root.ofType("AWS::DynamoDB::Table").keySet();
    for (String metric : List.of("ReadThrottleEvents", "WriteThrottleEvents")) {
      assertThat(watched(root, metric, "TableName")).containsExactlyInAnyOrderElementsOf(tables);
    }
    assertThat(root.ofType(ALARM).values())
        .anyMatch(alarm -> alarm.path("MetricName").asText().equals("Throttles"));
  }

  /** IntegrationError counts every 4xx a function answers, such as a handshake nobody speaks. */
  @Test
  void socketsRingForOurFailuresOnly() {
    for (Deployed template : families()) {
      boolean sockets =
          !template.ofType("AWS::ApiGatewayV2::RouteResponse").isEmpty()
              || template.resources().has("Socket");
      if (sockets) {
        JsonNode alarm = template.ofType(ALARM).get("SocketErrors");
        assertThat(alarm.findValuesAsText("MetricName"))
            .as("what SocketErrors of %s counts", template.path())
            .contains("ExecutionError")
            .doesNotContain("IntegrationError");
        assertThat(alarm.toString()).contains("-Failures");
        assertThat(template.ofType("AWS::Logs::MetricFilter").get("Failures").toString())
            .contains("$.level = \\\"ERROR\\\"", "-Failures");
      }
    }
  }

  @Test
  void functionsLogWhatTheirDeploymentAsksFor() {
    for (Deployed template : families()) {
      assertThat(template.ofType("AWS::Lambda::Function").values())
          .allSatisfy(function ->
              assertThat(function.at("/LoggingConfig/ApplicationLogLevel/Ref").asText())
                  .isEqualTo("LogLevel"));
    }
  }

  /** Logical ids of what alarms on a metric are about. */
  static List<String> watched(Deployed template, String metric, String dimension) {
    return template.ofType(ALARM).values().stream()
        .flatMap(alarm -> Stream.concat(Stream.of(alarm), alarm.findValues("Metric").stream()))
        .filter(counted -> counted.path("MetricName").asText().equals(metric))
        .flatMap(counted -> Stream.of(counted.path("Dimensions").path(0)))
        .filter(it -> it.path("Name").asText().equals(dimension))
        .map(it -> target(it.path("Value")))
        .toList();
  }

  private static String target(JsonNode value) {
    return value.has("Ref")
        ? value.path("Ref").asText()
        : value.path("Fn::GetAtt").path(0).asText();
  }

  private static List<Deployed> families() {
    return Deployed.all().stream().filter(template -> template.path().contains("/")).toList();
  }
}
