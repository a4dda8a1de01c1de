package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.CallFields;
import dev.moim.calls.Claim;
import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Permissions;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * {@code permit}: the host says what a member may do, for the room's life. The document has no
 * presence for it; the member alone is told, since nobody else's screen changes. What is about
 * media the media server enforces; between two browsers nobody could, so there it is refused.
 */
public final class Permit implements Operation {

  /** The wire's names of the permissions. */
  private static final SequencedMap<String, Permission> ALWAYS = new LinkedHashMap<>();

  /** The same of those that only a media server can enforce. */
  private static final SequencedMap<String, Permission> WITH_MEDIA = new LinkedHashMap<>();

  static {
    ALWAYS.put("screen", Permission.SCREEN);
    ALWAYS.put("chat", Permission.CHAT);
    ALWAYS.put("whiteboard", Permission.WHITEBOARD);
    ALWAYS.put("draw", Permission.DRAW);
    ALWAYS.put("document", Permission.DOCUMENT);
    WITH_MEDIA.putAll(ALWAYS);
    WITH_MEDIA.put("audio", Permission.AUDIO);
    WITH_MEDIA.put("video", Permission.VIDEO);
  }

  private final Membership membership;
  private final Permissions permissions;
  private final GroupMedia media;

  public Permit(Membership membership, Permissions permissions, GroupMedia media) {
    this.membership = membership;
    this.permissions = permissions;
    this.media = media;
  }

  /** What may be permitted or not in such a room, by the wire's names. */
  static Map<String, Permission> fieldsOf(Room room) {
    return room.media() ? WITH_MEDIA : ALWAYS;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    String targetId = CallFields.target(request);
    Room room = membership.require(sender, claim);
    Membership.requireHost(room, claim.userId());
    Map<Permission, Boolean> wanted = wanted(request, room);
    Membership.target(room, targetId);
    Room now =
        permissions
            .permit(room, targetId, wanted, membership.ask(sender, claim))
            .orElseThrow(() -> new DomainException(CallError.NO_SUCH_ROOM));
    if (wanted.keySet().stream().anyMatch(permission -> permission.source().isPresent())) {
      media.permitted(now, targetId);
    }
    Outcome outcome = Outcome.reply(Map.of("roomId", now.roomId(), "rev", now.rev()));
    return now.seat(targetId)
        .map(target -> outcome.telling(Tell.member(now, target, presence(now, target))))
        .orElse(outcome);
  }

  static Message presence(Room now, Seat seat) {
    return Presence.of("permit", now)
        .with("user", seat.userId())
        .with("permit", MemberView.permit(now, seat))
        .with("rev", now.rev());
  }

  private static Map<Permission, Boolean> wanted(Fields request, Room room) {
    Map<Permission, Boolean> wanted = new EnumMap<>(Permission.class);
    WITH_MEDIA.forEach((field, permission) ->
        request.optionalFlag(field).ifPresent(may -> wanted.put(permission, may)));
    if (wanted.isEmpty()) {
      throw FieldException.missing("one of " + String.join(", ", fieldsOf(room).keySet()));
    }
    WITH_MEDIA.forEach((field, permission) -> {
      if (wanted.containsKey(permission) && !fieldsOf(room).containsKey(field)) {
        throw FieldException.invalid(field, "named in a video room only");
      }
    });
    return wanted;
  }
}
