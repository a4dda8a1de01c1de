package dev.moim.local.queue;

import dev.moim.local.function.Functions;
import dev.moim.template.EventSource;
import dev.moim.template.Function;
import dev.moim.template.Template;
import java.util.ArrayList;
import java.util.List;

/** The event source mappings of a template. */
public final class QueuePumps implements AutoCloseable {

  private final List<QueuePump> pumps = new ArrayList<>();

  public QueuePumps(Template template, QueueServer server, Functions functions) {
    for (Function function : template.functions()) {
      for (EventSource event : function.events()) {
        if (event instanceof EventSource.QueueSource source) {
          pumps.add(new QueuePump(source, function.name(), server, functions));
        }
      }
    }
  }

  /** False when one has given up: its queue's messages would wait for ever. */
  public boolean isUp() {
    return pumps.stream().allMatch(QueuePump::isUp);
  }

  @Override
  public void close() {
    pumps.forEach(QueuePump::close);
  }
}
