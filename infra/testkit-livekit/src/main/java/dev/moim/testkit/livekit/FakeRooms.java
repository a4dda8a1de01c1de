package dev.moim.testkit.livekit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.Room;
import livekit.LivekitWebhook.WebhookEvent;

/** Rooms and who is in them. Every change is told as the event the real server would send. */
final class FakeRooms {

  private final Clock clock;
  private final Consumer<WebhookEvent> listener;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, Open> open = new LinkedHashMap<>();
  private final Map<String, Instant> revoked = new LinkedHashMap<>();

  FakeRooms(Clock clock, Consumer<WebhookEvent> listener) {
    this.clock = clock;
    this.listener = listener;
  }

  private record Open(Room room, List<ParticipantInfo> inside) {}

  synchronized Room create(Room wanted) {
    return opened(wanted).room();
  }

  private Open opened(Room wanted) {
    Open known = open.get(wanted.getName());
    if (known != null) {
      return known;
    }
    long now = clock.millis();
    Room room =
        wanted.toBuilder()
            .setSid(id("RM_"))
            .setCreationTime(now / 1_000)
            .setCreationTimeMs(now)
            .build();
    Open made = new Open(room, new ArrayList<>());
    open.put(room.getName(), made);
    tell("room_started", room);
    return made;
  }

  synchronized List<Room> all() {
    return open.values().stream().map(Open::room).toList();
  }

  synchronized boolean delete(String name) {
    Open found = open.get(name);
    if (found == null) {
      return false;
    }
    List.copyOf(found.inside()).forEach(participant -> leave(found, participant));
    finish(found);
    return true;
  }

  synchronized List<ParticipantInfo> participants(String room) {
    Open found = open.get(room);
    return found == null ? List.of() : List.copyOf(found.inside());
  }

  synchronized ParticipantInfo join(Tokens.Joining joining) {
    Instant notBefore = revoked.get(joining.room() + " " + joining.identity());
    if (notBefore != null && !joining.validFrom().isAfter(notBefore)) {
      throw new IllegalArgumentException("the token is revoked");
    }
    Open room = opened(Room.newBuilder().setName(joining.room()).build());
    leave(room, other -> other.getIdentity().equals(joining.identity()));
    ParticipantInfo participant =
        ParticipantInfo.newBuilder()
            .setSid(id("PA_"))
            .setIdentity(joining.identity())
            .setState(ParticipantInfo.State.ACTIVE)
            .setJoinedAt(clock.millis() / 1_000)
            .setJoinedAtMs(clock.millis())
            .setPermission(joining.permission())
            .build();
    room.inside().add(participant);
    tell("participant_joined", room.room(), participant);
    return participant;
  }

  synchronized void leave(String sid) {
    open.values().forEach(room -> leave(room, other -> other.getSid().equals(sid)));
  }

  private boolean leave(Open room, Predicate<ParticipantInfo> which) {
    List<ParticipantInfo> leaving = room.inside().stream().filter(which).toList();
    leaving.forEach(participant -> leave(room, participant));
    return !leaving.isEmpty();
  }

  private void leave(Open room, ParticipantInfo participant) {
    room.inside().remove(participant);
    tell("participant_left", room.room(), participant);
  }

  /**
   * @param revokedUntil tokens valid from then or earlier let nobody in any more
   */
  synchronized boolean remove(String room, String identity, Instant revokedUntil) {
    revoked.put(room + " " + identity, revokedUntil);
    Open found = open.get(room);
    return found != null && leave(found, other -> other.getIdentity().equals(identity));
  }

  /** What they may do from now on; empty if they are not there. */
  synchronized Optional<ParticipantInfo> permit(
      String room, String identity, ParticipantPermission permission) {
    Open found = open.get(room);
    if (found == null) {
      return Optional.empty();
    }
    found
        .inside()
        .replaceAll(inside ->
            inside.getIdentity().equals(identity)
                ? inside.toBuilder().setPermission(permission).build()
                : inside);
    return found.inside().stream()
        .filter(inside -> inside.getIdentity().equals(identity))
        .findFirst();
  }

  synchronized void closeEmpty() {
    List.copyOf(open.values()).stream()
        .filter(room -> room.inside().isEmpty())
        .forEach(this::finish);
  }

  synchronized void clear() {
    open.clear();
  }

  private void finish(Open room) {
    open.remove(room.room().getName());
    tell("room_finished", room.room());
  }

  private void tell(String event, Room room) {
    tell(event, room, ParticipantInfo.getDefaultInstance());
  }

  private void tell(String event, Room room, ParticipantInfo participant) {
    WebhookEvent.Builder built =
        WebhookEvent.newBuilder()
            .setEvent(event)
            .setRoom(room)
            .setId(id("EV_"))
            .setCreatedAt(clock.millis() / 1_000);
    if (!participant.getSid().isEmpty()) {
      built.setParticipant(participant);
    }
    listener.accept(built.build());
  }

  private String id(String prefix) {
    return prefix + "fake" + numbers.incrementAndGet();
  }
}
