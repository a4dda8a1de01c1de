package dev.moim.local.stream;

import dev.moim.template.EventSource;
import dev.moim.template.Function;
import dev.moim.template.Template;
import java.util.ArrayList;
import java.util.List;

/** The event source mappings of a template that read the streams of tables. */
public final class StreamPumps implements AutoCloseable {

  private final List<StreamPump> pumps = new ArrayList<>();

  /** Whatever is written from now on is delivered. */
  public StreamPumps(Template template, Services services) {
    for (Function function : template.functions()) {
      for (EventSource event : function.events()) {
        if (event instanceof EventSource.StreamSource source) {
          pumps.add(new StreamPump(new Subscriber(function.name(), source), services));
        }
      }
    }
  }

  /** False when a stream cannot be read, or its records are not delivered any more. */
  public boolean isUp() {
    return pumps.stream().allMatch(StreamPump::isUp);
  }

  /** Nothing is delivered any more; what was not handled is not noted as done. */
  @Override
  public void close() {
    pumps.forEach(StreamPump::close);
  }
}
