package dev.moim.studies.call;

import dev.moim.studies.User;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who takes or took part in a session. Coming back adds to their time; {@code joinedAt}
 * stays that of the first time.
 *
 * @param id of this participation, for clients
 * @param inside how long they have been in the call
 * @param leftAt when they left last; empty while they are inside
 * @param switches how long they were muted and so on; runs only while they are inside
 */
public record Participant(
    String id,
    User user,
    Instant joinedAt,
    Stopwatch inside,
    Optional<Instant> leftAt,
    Map<Kind, Stopwatch> switches,
    Presence presence) {

  public Participant {
    switches = Map.copyOf(switches);
  }

  /** Somebody who has not come in yet. */
  static Participant of(String id, User user, Instant now) {
    return new Participant(id, user, now, Stopwatch.NEW, Optional.empty(), Map.of(), Presence.NONE);
  }

  public boolean isInside() {
    return inside.runs();
  }

  public Stopwatch stopwatch(Kind kind) {
    return switches.getOrDefault(kind, Stopwatch.NEW);
  }

  public boolean is(Kind kind) {
    return stopwatch(kind).runs();
  }

  /** Whether they take part over this socket. */
  public boolean isOn(String socketId) {
    return isInside() && presence.socket().filter(on -> on.socketId().equals(socketId)).isPresent();
  }

  /** Whole seconds in the call until now. */
  public long seconds(Instant now) {
    return inside.at(now) / 1_000;
  }

  /** Whole seconds of being muted, and so on, until now. */
  public long seconds(Kind kind, Instant now) {
    return stopwatch(kind).at(now) / 1_000;
  }

  /** Comes in, or is heard of again. */
  Participant present(User as, Presence how, Instant now) {
    return new Participant(id, as, joinedAt, inside.start(now), Optional.empty(), switches, how);
  }

  Participant with(Presence how) {
    return new Participant(id, user, joinedAt, inside, leftAt, switches, how);
  }

  /** Everything they had switched on ends with them. */
  Participant left(Instant at) {
    if (!isInside()) {
      return this;
    }
    Map<Kind, Stopwatch> stopped = new EnumMap<>(Kind.class);
    switches.forEach((kind, watch) -> stopped.put(kind, watch.stop(at)));
    // A clock behind the one that let them in must not make them leave before they came.
    Instant end = Instant.ofEpochMilli(Math.max(at.toEpochMilli(), inside.since()));
    return new Participant(
        id, user, joinedAt, inside.stop(end), Optional.of(end), stopped, Presence.NONE);
  }

  Participant toggled(Kind kind, boolean on, Instant now) {
    Map<Kind, Stopwatch> changed = new EnumMap<>(Kind.class);
    changed.putAll(switches);
    changed.put(kind, on ? stopwatch(kind).start(now) : stopwatch(kind).stop(now));
    return new Participant(id, user, joinedAt, inside, leftAt, changed, presence);
  }

  /** Gone by now if nothing was heard of them for too long. */
  Participant settled(Instant now) {
    return isInside() && presence.isOverAt(now) ? left(presence.end()) : this;
  }
}
