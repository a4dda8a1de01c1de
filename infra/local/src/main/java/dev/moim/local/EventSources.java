package dev.moim.local;

import dev.moim.local.function.Functions;
import dev.moim.local.function.Schedules;
import dev.moim.local.page.Health;
import dev.moim.local.queue.QueuePumps;
import dev.moim.local.stream.Services;
import dev.moim.local.stream.StreamPumps;
import dev.moim.template.Template;
import java.util.Optional;

/** What invokes functions apart from clients: queues, streams and schedules. */
final class EventSources implements AutoCloseable {

  private final Template template;
  private final Optional<QueuePumps> queues;
  private final Optional<StreamPumps> streams;
  private final Schedules schedules;

  /** Polls queues and streams from now on; schedules wait for {@link #startSchedules}. */
  EventSources(Template template, Backends backends, Functions functions, LocalOptions options) {
    this.template = template;
    this.queues = backends.queues().map(server -> new QueuePumps(template, server, functions));
    this.streams =
        template.streams().isEmpty()
            ? Optional.empty()
            : backends
                .streams()
                .map(client ->
                    new StreamPumps(
                        template,
                        new Services(
                            backends.client(),
                            client,
                            backends.queues(),
                            functions,
                            options.timeline(),
                            Backends.checkpoints(options),
                            options.gateways().deliveries())));
    this.schedules = new Schedules(functions, options.timeline());
  }

  void show(Health health) {
    queues.ifPresent(all -> health.watch("queues", all::isUp));
    streams.ifPresent(all -> health.watch("streams", all::isUp));
  }

  void startSchedules() {
    schedules.start(template.functions());
  }

  /**
   * Schedules fire no more, and nothing leaves by a stream: what fails from now on fails because
   * the runtime ends, and must not count. What comes from queues still arrives.
   */
  void stop() {
    schedules.stop();
    streams.ifPresent(StreamPumps::close);
  }

  @Override
  public void close() {
    queues.ifPresent(QueuePumps::close);
  }
}
