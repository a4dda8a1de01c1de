package dev.moim.calls.relay;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.room.Membership;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code sdp} and {@code candidate}: carries an offer, answer or ICE candidates to another member,
 * as they were sent. Naming the {@code roomId} spares the server looking for the room they share.
 */
public final class Relay implements Operation {

  private final String eventOp;
  private final Membership membership;

  /**
   * @param eventOp also the name of the field that must be there: {@code sdp} or {@code candidate}
   */
  public Relay(String eventOp, Membership membership) {
    this.eventOp = eventOp;
    this.membership = membership;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    request.requiredRaw(eventOp);
    String targetId = Names.target(request);
    Optional<String> roomId = Names.optionalRoomId(request);
    Room room =
        roomId
            .map(id -> membership.require(sender, userId, id))
            .orElseGet(() -> membership.requireCommon(sender, userId, targetId));
    if (room.media()) {
      throw new DomainException(
          CallError.UNKNOWN_OPERATION, "media of this room goes through its media server");
    }
    Notice relayed = Notice.to(room, Membership.target(room, targetId), asSentBy(userId, request));
    Outcome outcome =
        request.raw("reqId") == null
            ? Outcome.silent()
            : Outcome.reply(Map.of("roomId", room.roomId()));
    return outcome.telling(relayed);
  }

  /** The message as it was, with the proven sender in place of whatever the body claimed. */
  private static Map<String, @Nullable Object> asSentBy(String userId, Fields request) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>(request.values());
    message.put("user", userId);
    message.put("sender", userId);
    return message;
  }
}
