package dev.moim.studies.socketio;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Refusal;
import dev.moim.shared.sockets.Request;
import dev.moim.shared.sockets.socketio.EventStyle;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import dev.moim.studies.StudyError;
import dev.moim.studies.signal.ErrorEvent;
import dev.moim.studies.signal.Recipients;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event per operation, with one object as its argument. Acknowledged are {@code {success: true,
 * …}} and {@code {success: false, error}}; a refusal is an {@code error} event as well, since few
 * clients ask for acknowledgements.
 */
public final class StudyEventStyle implements EventStyle {

  private static final String ROOT = "/";

  @Override
  public Optional<Dialect> dialectOf(String namespace) {
    return namespace.equals(ROOT) ? Optional.of(Recipients.DIALECT) : Optional.empty();
  }

  @Override
  public Request request(Event event) {
    Object argument = event.args().isEmpty() ? Map.of() : event.args().getFirst();
    return new Request(event.name(), new Fields(Json.asObject(argument)));
  }

  @Override
  public Map<String, ? extends @Nullable Object> acknowledgement(Event event, Answer answer) {
    Map<String, @Nullable Object> acknowledgement = new LinkedHashMap<>();
    switch (answer) {
      case Answer.Done(var reply) -> {
        acknowledgement.put("success", true);
        reply.ifPresent(acknowledgement::putAll);
      }
      case Answer.Refused(Refusal refusal) -> {
        acknowledgement.put("success", false);
        acknowledgement.put("error", refusal.message());
        acknowledgement.put("code", ErrorEvent.code(refusal.code()));
      }
    }
    return acknowledgement;
  }

  @Override
  public Optional<Message> reply(Event event, Answer answer) {
    return answer instanceof Answer.Refused(Refusal refusal) && !isSilent(event, refusal)
        ? Optional.of(ErrorEvent.of(refusal))
        : Optional.empty();
  }

  /**
   * Clients show an error until the page is closed. What they send by themselves, and may send a
   * moment too late or too often, or to a server that knows more events, is no error: only an
   * acknowledgement says what became of it.
   */
  private static boolean isSilent(Event event, Refusal refusal) {
    return switch (refusal.code()) {
      case StudyError.NOT_IN_ROOM, StudyError.TOO_MANY, StudyError.UNKNOWN_EVENT -> true;
      case StudyError.PARTICIPANT_NOT_FOUND -> event.name().equals("video:ice-candidate");
      default -> false;
    };
  }

  @Override
  public boolean acknowledgesFirst() {
    return false;
  }
}
