package dev.moim.local;

import dev.moim.local.function.Functions;
import dev.moim.local.function.Schedules;
import dev.moim.local.page.Health;
import dev.moim.local.queue.QueuePumps;
import dev.moim.local.queue.QueueServer;
import dev.moim.local.time.Timeline;
import dev.moim.template.Template;
import java.util.Optional;

/** What invokes functions apart from clients: queues and schedules. */
final class EventSources implements AutoCloseable {

  private final Template template;
  private final Optional<QueuePumps> pumps;
  private final Schedules schedules;

  /** Polls the queues from now on; schedules wait for {@link #startSchedules}. */
  EventSources(
      Template template, Optional<QueueServer> queues, Functions functions, Timeline timeline) {
    this.template = template;
    this.pumps = queues.map(server -> new QueuePumps(template, server, functions));
    this.schedules = new Schedules(functions, timeline);
  }

  void show(Health health) {
    pumps.ifPresent(all -> health.watch("queues", all::isUp));
  }

  void startSchedules() {
    schedules.start(template.functions());
  }

  /** Schedules fire no more; what is polled still arrives. */
  void stopSchedules() {
    schedules.stop();
  }

  @Override
  public void close() {
    pumps.ifPresent(QueuePumps::close);
  }
}
