package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.json.MalformedException;
import dev.moim.studies.StudyError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the event a client sends, tells whom it concerns, and turns every failure into what its
 * sender hears.
 */
public final class Dispatcher {

  /** The event that says what was wrong with another. */
  public static final String ERROR = "error";

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Map<String, SocketEvent> events;
  private final Broadcast broadcast;

  public Dispatcher(Map<String, SocketEvent> events, Broadcast broadcast) {
    this.events = Map.copyOf(events);
    this.broadcast = broadcast;
  }

  /**
   * @return the acknowledgement, {@code {success: true, …}} or {@code {success: false, error}}
   */
  public Map<String, @Nullable Object> dispatch(
      String connectionId, String name, List<? extends @Nullable Object> arguments) {
    try {
      Outcome outcome = event(name).receive(connectionId, data(arguments));
      broadcast.send(outcome.notices());
      Map<String, @Nullable Object> ack = new LinkedHashMap<>();
      ack.put("success", true);
      ack.putAll(outcome.ack());
      return ack;
    } catch (DomainException refused) {
      LOG.info("{} refused: {}", name, refused.code().name());
      return refuse(connectionId, refused.code().name(), refused.getMessage());
    } catch (FieldException | MalformedException wrong) {
      LOG.info("{} refused: {}", name, wrong.getMessage());
      return malformed(connectionId, wrong.getMessage());
    } catch (RuntimeException defect) {
      LOG.error("{} failed", name, defect);
      return refuse(connectionId, "SERVER_ERROR", "서버 오류가 발생했습니다.");
    }
  }

  /** Something arrived that is no event at all. */
  public Map<String, @Nullable Object> malformed(String connectionId, @Nullable String why) {
    StudyError invalid = StudyError.INVALID_REQUEST;
    String message = invalid.message() + (why == null ? "" : " (" + why + ")");
    return refuse(connectionId, invalid.name(), message);
  }

  private SocketEvent event(String name) {
    SocketEvent event = events.get(name);
    if (event == null) {
      throw new MalformedException("no such event");
    }
    return event;
  }

  private static Fields data(List<? extends @Nullable Object> arguments) {
    return new Fields(arguments.isEmpty() ? Map.of() : Json.asObject(arguments.getFirst()));
  }

  private Map<String, @Nullable Object> refuse(String connectionId, String code, String message) {
    broadcast.send(
        List.of(
            new Notice(List.of(connectionId), ERROR, Map.of("message", message, "code", code))));
    Map<String, @Nullable Object> ack = new LinkedHashMap<>();
    ack.put("success", false);
    ack.put("error", message);
    return ack;
  }
}
