package dev.moim.studies.call;

import dev.moim.studies.User;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Somebody who takes or took part in a session. Coming back adds to their time; {@code joinedAt}
 * stays that of the first time.
 *
 * @param id of this participation, for clients
 * @param inside how long they have been in the call
 * @param leftAt when they left last; empty while they are inside
 * @param mediaTimes how long they have been in each state; runs only while they are inside
 * @param liveness why they count as inside
 */
public record CallParticipant(
    String id,
    User user,
    Instant joinedAt,
    Stopwatch inside,
    Optional<Instant> leftAt,
    Map<MediaState, Stopwatch> mediaTimes,
    Liveness liveness) {

  public CallParticipant {
    mediaTimes = Map.copyOf(mediaTimes);
  }

  /** Somebody who has not come in yet. */
  static CallParticipant of(String id, User user, Instant now) {
    return new CallParticipant(
        id, user, now, Stopwatch.NEW, Optional.empty(), Map.of(), Liveness.NONE);
  }

  public boolean isInside() {
    return inside.runs();
  }

  public Stopwatch stopwatch(MediaState state) {
    return mediaTimes.getOrDefault(state, Stopwatch.NEW);
  }

  public boolean is(MediaState state) {
    return isInside() && stopwatch(state).runs();
  }

  /** Whether it was ever on, or asked to be off. */
  public boolean hasSwitched(MediaState state) {
    return mediaTimes.containsKey(state);
  }

  /** Whether they take part over this socket. */
  public boolean isOn(String socketId) {
    return isInside() && liveness.socket().filter(on -> on.socketId().equals(socketId)).isPresent();
  }

  /** Whole seconds in the call until now. */
  public long seconds(Instant now) {
    return inside.at(now) / 1_000;
  }

  /** Whole seconds of being muted, and so on, until now. */
  public long seconds(MediaState state, Instant now) {
    return stopwatch(state).at(now) / 1_000;
  }

  /**
   * Comes in, or is heard of again. What was switched on over another socket ended with that one: a
   * page that is loaded again neither shares a screen nor is muted.
   */
  CallParticipant present(User as, Liveness how, Instant now) {
    boolean moved = isInside() && !liveness.socket().equals(how.socket());
    return new CallParticipant(
        id,
        as,
        joinedAt,
        inside.start(now),
        Optional.empty(),
        moved ? endedWithSocket(now) : mediaTimes,
        how);
  }

  /** Off, whatever that socket may have asked for later. */
  private Map<MediaState, Stopwatch> endedWithSocket(Instant now) {
    Instant end = liveness.isLost() ? liveness.end() : now;
    Map<MediaState, Stopwatch> ended = new EnumMap<>(MediaState.class);
    mediaTimes.forEach(
        (state, watch) -> ended.put(state, new Stopwatch(watch.at(end), 0, now.toEpochMilli())));
    return ended;
  }

  CallParticipant with(Liveness how) {
    return new CallParticipant(id, user, joinedAt, inside, leftAt, mediaTimes, how);
  }

  /** Asked to be where they are now by a frame that was received at this time. */
  CallParticipant askedAt(Instant when) {
    return new CallParticipant(
        id, user, joinedAt, inside.askedAt(when), leftAt, mediaTimes, liveness);
  }

  /** Whether they asked to be inside or outside by a frame that is newer than this. */
  boolean hasAskedAfter(Instant when) {
    return inside.asked() > when.toEpochMilli();
  }

  /**
   * Asks to be outside. Whoever has asked to come in since, or within the same millisecond, stays;
   * what they had switched on until then is off either way. What they switch on later is for when
   * they are back.
   */
  CallParticipant exited(Instant asked) {
    return inside.asked() < asked.toEpochMilli()
        ? left(asked, (watch, end) -> watch.switched(false, end)).askedAt(asked)
        : switchedOff(asked);
  }

  /**
   * The same, but for a moment after they came in: then they count as lost for this long, and have
   * left at this moment unless they return.
   */
  CallParticipant exited(Instant asked, Duration breath) {
    // Who was lost and is back has come again, though their time has no gap.
    long came = Math.max(inside.since(), inside.asked());
    boolean cameJustNow = asked.toEpochMilli() - came < breath.toMillis();
    return cameJustNow && inside.asked() < asked.toEpochMilli()
        ? switchedOff(asked).askedAt(asked).with(liveness.lost(asked, breath))
        : exited(asked);
  }

  /** Whether something is on that was switched on before this moment. */
  public boolean hasSwitchedOnBefore(Instant when) {
    return mediaTimes.values().stream()
        .anyMatch(watch -> watch.runs() && watch.asked() < when.toEpochMilli());
  }

  /** What they switched on before this moment is off. */
  CallParticipant switchedOff(Instant when) {
    Map<MediaState, Stopwatch> off = new EnumMap<>(MediaState.class);
    mediaTimes.forEach((state, watch) -> off.put(state, watch.switched(false, when)));
    return new CallParticipant(id, user, joinedAt, inside, leftAt, off, liveness);
  }

  /** Everything they had switched on ends with them. */
  CallParticipant left(Instant at) {
    return left(at, (watch, end) -> watch.stop(end));
  }

  private CallParticipant left(Instant at, BiFunction<Stopwatch, Instant, Stopwatch> ending) {
    if (!isInside()) {
      return this;
    }
    Map<MediaState, Stopwatch> stopped = new EnumMap<>(MediaState.class);
    mediaTimes.forEach((state, watch) -> stopped.put(state, ending.apply(watch, at)));
    // A clock behind the one that let them in must not make them leave before they came.
    Instant end = Instant.ofEpochMilli(Math.max(at.toEpochMilli(), inside.since()));
    return new CallParticipant(
        id, user, joinedAt, inside.stop(end), Optional.of(end), stopped, Liveness.NONE);
  }

  /**
   * Nobody whose socket is lost has anything to switch: what counts for them ended with it. What
   * was asked for before they last came in changes nothing.
   */
  CallParticipant toggled(MediaState state, boolean on, Instant now) {
    if (liveness.isLost() || hasAskedAfter(now)) {
      return this;
    }
    Map<MediaState, Stopwatch> changed = new EnumMap<>(MediaState.class);
    changed.putAll(mediaTimes);
    changed.put(state, stopwatch(state).switched(on, now));
    return new CallParticipant(id, user, joinedAt, inside, leftAt, changed, liveness);
  }

  /** Gone by now if nothing was heard of them for too long. */
  CallParticipant settled(Instant now) {
    return isInside() && liveness.isOverAt(now) ? left(liveness.end()) : this;
  }
}
