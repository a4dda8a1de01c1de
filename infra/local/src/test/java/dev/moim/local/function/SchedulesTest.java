package dev.moim.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchedulesTest {

  private static final String TEMPLATE =
      """
      Resources:
        Work:
          Type: AWS::Serverless::Function
          Properties:
            Handler: dev.moim.local.Script
            Environment: {Variables: {SCRIPT: Work}}
            Events:
              Often: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(15 minutes)}}
              Warm: {Type: ScheduleV2, Properties: {
                ScheduleExpression: rate(1 day), Input: '{"warm":true}'}}
              Nightly: {Type: ScheduleV2, Properties: {ScheduleExpression: "cron(0 3 * * * *)"}}
              Never: {Type: ScheduleV2, Properties: {
                ScheduleExpression: rate(1 minute), State: DISABLED}}
      """;

  @Test
  void ratesFireAtTheStartAndThenEachPeriod() throws Exception {
    Script.on("Work", (event, context) -> Map.of());
    try (TestCloud cloud = TestCloud.start(TEMPLATE)) {
      assertThat(Script.event("Work").at("/source").asText()).isEqualTo("aws.scheduler");
      cloud.timeline().advance(Duration.ofMinutes(15).minusSeconds(1));
      assertThat(Script.unseen("Work")).isEmpty();
      cloud.timeline().advance(Duration.ofSeconds(1));
      assertThat(Script.event("Work").at("/time").asText()).isEqualTo("2026-03-01T10:15:00Z");
      // In steps: a leap of hours would also run every function out of its time.
      for (int i = 0; i < 95; i++) {
        cloud.timeline().advance(Duration.ofMinutes(15));
        cloud.cloud().awaitIdle();
      }
      assertThat(Script.unseen("Work"))
          .hasSize(95 + 1)
          .filteredOn(event -> event.toString().equals("{\"warm\":true}"))
          .hasSize(1);
    }
  }

  @Test
  void nothingFiresOnceTheCloudIsClosed() throws Exception {
    Script.on("Work", (event, context) -> Map.of());
    TestCloud cloud = TestCloud.start(TEMPLATE);
    try (cloud) {
      Script.event("Work");
    }
    cloud.timeline().advance(Duration.ofMinutes(15));
    cloud.cloud().awaitIdle();
    assertThat(Script.unseen("Work")).isEmpty();
  }
}
