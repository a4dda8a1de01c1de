package dev.moim.local.function;

import dev.moim.local.Json;
import dev.moim.local.time.Timeline;
import dev.moim.template.Deployment;
import dev.moim.template.EventSource;
import dev.moim.template.Function;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The {@code rate(…)} schedules. All but the warming ones also fire at the start: they repair what
 * the last run of this process left behind. {@code cron(…)} is not run locally.
 */
public final class Schedules {

  private final Functions functions;
  private final Timeline timeline;
  private volatile boolean stopped;

  public Schedules(Functions functions, Timeline timeline) {
    this.functions = functions;
    this.timeline = timeline;
  }

  public void start(List<Function> all) {
    for (Function function : all) {
      for (EventSource event : function.events()) {
        if (event instanceof EventSource.Schedule schedule && schedule.enabled()) {
          schedule.rate().ifPresent(rate -> start(function.name(), schedule, rate));
        }
      }
    }
  }

  /** Nothing fires any more: what functions need is about to go. */
  public void stop() {
    stopped = true;
  }

  private void start(String function, EventSource.Schedule schedule, Duration rate) {
    if (!schedule.input().orElse("").contains("\"warm\"")) {
      functions.send(function, event(schedule));
    }
    repeat(function, schedule, rate);
  }

  private void repeat(String function, EventSource.Schedule schedule, Duration rate) {
    timeline.after(
        rate,
        () -> {
          if (!stopped) {
            functions.send(function, event(schedule));
            repeat(function, schedule, rate);
          }
        });
  }

  /** What EventBridge Scheduler sends when the template fixes no input. */
  private byte[] event(EventSource.Schedule schedule) {
    if (schedule.input().isPresent()) {
      return schedule.input().get().getBytes(StandardCharsets.UTF_8);
    }
    var event = Json.object();
    event
        .put("version", "0")
        .put("id", UUID.randomUUID().toString())
        .put("detail-type", "Scheduled Event")
        .put("source", "aws.scheduler")
        .put("account", Deployment.ACCOUNT)
        .put("time", timeline.now().toString())
        .put("region", Deployment.REGION);
    event.putArray("resources").add(schedule.name());
    event.putObject("detail");
    return Json.bytes(event);
  }
}
