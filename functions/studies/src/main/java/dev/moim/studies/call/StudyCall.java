package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One session of a study's video call, open or over. Every change makes a new value; the rules of
 * time keeping are here and nowhere else.
 *
 * <p>A session is over when the last participant has left, as of that moment. Until somebody comes
 * it stays open for {@link #UNJOINED}.
 *
 * @param number counts the study's sessions from 1; one that nobody joined gives its number back
 * @param zone the study's: says on which day the session was
 * @param endedAt empty while it is open
 * @param participants by user id
 * @param rev grows with every change that is stored
 */
public record StudyCall(
    String studyId,
    String sessionId,
    long number,
    ZoneId zone,
    User startedBy,
    Instant startedAt,
    Optional<Instant> endedAt,
    Map<String, Participant> participants,
    long rev) {

  /** All of them fit into the transaction that ends a session, which takes 100 items. */
  public static final int MAX_PARTICIPANTS = 90;

  /** How long a request to join holds a place for somebody who opens no socket. */
  public static final Duration LEASE = Duration.ofMinutes(15);

  /** How long a session waits for its first participant. */
  public static final Duration UNJOINED = Duration.ofMinutes(5);

  public StudyCall {
    participants = Map.copyOf(participants);
  }

  /** A session that nobody is in yet. */
  public static StudyCall start(
      String studyId, long number, ZoneId zone, User starter, Instant now) {
    return new StudyCall(
        studyId,
        SessionIds.make(number, now),
        number,
        zone,
        starter,
        now,
        Optional.empty(),
        Map.of(),
        0);
  }

  /** The session after this one. Its time begins where this one's ended, whatever clocks say. */
  public StudyCall next(User starter, Instant now) {
    Instant earliest = endedAt.orElse(startedAt);
    Instant start = now.isBefore(earliest) ? earliest : now;
    StudyCall next = start(studyId, past() + 1, zone, starter, start);
    return next.with(Map.of(), Optional.empty(), rev);
  }

  /** The same after it was written. */
  public StudyCall stored(long newRev) {
    return with(participants, endedAt, newRev);
  }

  public boolean isOpen() {
    return endedAt.isEmpty();
  }

  /** What the socket events call the room of this study. */
  public String roomId() {
    return roomId(studyId);
  }

  public static String roomId(String studyId) {
    return "study-" + studyId + "-main";
  }

  /** How many of the study's sessions are in its history. */
  public long past() {
    return isOpen() || participants.isEmpty() ? number - 1 : number;
  }

  /** Whole seconds from its start to its end, or until now. */
  public long seconds(Instant now) {
    return Math.max(0, Duration.between(startedAt, endedAt.orElse(now)).toSeconds());
  }

  public Optional<Participant> find(String userId) {
    return Optional.ofNullable(participants.get(userId));
  }

  /** Who is in the call, in the order they first came. */
  public List<Participant> inside() {
    return roster().stream().filter(Participant::isInside).toList();
  }

  /** Everybody who is or was in it, in the order they first came. */
  public List<Participant> roster() {
    return participants.values().stream()
        .sorted(
            Comparator.comparing(Participant::joinedAt)
                .thenComparing(participant -> participant.user().id()))
        .toList();
  }

  /**
   * A request to join, which holds for {@link #LEASE}. Whoever takes part over an open socket just
   * stays.
   */
  public StudyCall join(User user, Instant now) {
    Presence how =
        find(user.id())
            .filter(known -> isHeld(known, now))
            .map(Participant::presence)
            .orElseGet(() -> Presence.leased(now.plus(LEASE)));
    return enter(user, how, now);
  }

  /** Comes in over a socket; a newer socket of the same user takes the place of the older. */
  public StudyCall enter(User user, Socket socket, Instant now) {
    return enter(user, Presence.on(socket), now);
  }

  private StudyCall enter(User user, Presence how, Instant clock) {
    requireOpen();
    Instant now = clock.isBefore(startedAt) ? startedAt : clock;
    Participant known =
        find(user.id())
            .map(participant -> participant.settled(now))
            .orElseGet(() -> Participant.of(SessionIds.ofParticipant(), user, now));
    if (!participants.containsKey(user.id()) && participants.size() >= MAX_PARTICIPANTS) {
      throw new DomainException(StudyError.INVALID_REQUEST, "참여 인원이 가득 찼습니다.");
    }
    return with(known.present(user, how, now));
  }

  /** On an open socket: nothing of them has to be awaited. */
  private static boolean isHeld(Participant known, Instant now) {
    return known.settled(now).isInside() && known.presence().until() == 0;
  }

  /** Leaving twice, or after the end, changes nothing; so does whoever never was there. */
  public StudyCall leave(String userId, Instant now) {
    return changeInside(userId, now, participant -> participant.left(now));
  }

  /**
   * Their socket is gone. Unless heard of again within the grace they left at this moment.
   *
   * @param socketId changes nothing if they take part over another one by now
   */
  public StudyCall lose(String userId, String socketId, Instant now, Duration grace) {
    return changeInside(
        userId,
        now,
        participant ->
            participant.isOn(socketId) && !participant.presence().isLost()
                ? participant.with(participant.presence().lost(now, now.plus(grace)))
                : participant);
  }

  /** Takes note that somebody without a socket of ours is still there, for another lease. */
  public StudyCall prolong(String userId, Instant now) {
    return changeInside(
        userId,
        now,
        participant ->
            participant.presence().until() == 0 || participant.presence().isLost()
                ? participant
                : participant.with(Presence.leased(now.plus(LEASE))));
  }

  /**
   * Switches something. Only somebody inside has anything to switch, and nobody whose socket is
   * lost: what counts for them ended with it.
   */
  public StudyCall toggle(String userId, Kind kind, boolean on, Instant now) {
    return changeInside(
        userId,
        now,
        participant ->
            participant.presence().isLost() ? participant : participant.toggled(kind, on, now));
  }

  /** Whose grace or lease is over by now has left, at the moment it tells. */
  public StudyCall expire(String userId, Instant now) {
    return changeInside(userId, now, UnaryOperator.identity());
  }

  /** The same for everybody; and a session that nobody came to ends. */
  public StudyCall expireAll(Instant now) {
    StudyCall settled = this;
    for (String userId : participants.keySet()) {
      settled = settled.expire(userId, now);
    }
    boolean deserted = participants.isEmpty() && !startedAt.plus(UNJOINED).isAfter(now);
    return deserted && isOpen()
        ? with(participants, Optional.of(now), rev)
        : settled.closeIfEmpty();
  }

  /** Ends an open session that everybody has left; one that nobody joined stays open. */
  public StudyCall closeIfEmpty() {
    if (!isOpen() || participants.isEmpty() || !inside().isEmpty()) {
      return this;
    }
    Optional<Instant> lastLeft =
        participants.values().stream()
            .flatMap(left -> left.leftAt().stream())
            .max(Instant::compareTo);
    return with(participants, lastLeft, rev);
  }

  private StudyCall changeInside(String userId, Instant now, UnaryOperator<Participant> change) {
    Optional<Participant> inside = find(userId).filter(Participant::isInside);
    if (!isOpen() || inside.isEmpty()) {
      return this;
    }
    Participant settled = inside.get().settled(now);
    return with(settled.isInside() ? change.apply(settled) : settled);
  }

  private StudyCall with(Participant changed) {
    Map<String, Participant> all = new LinkedHashMap<>(participants);
    all.put(changed.user().id(), changed);
    return with(all, endedAt, rev).closeIfEmpty();
  }

  private StudyCall with(Map<String, Participant> all, Optional<Instant> end, long newRev) {
    return new StudyCall(studyId, sessionId, number, zone, startedBy, startedAt, end, all, newRev);
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new DomainException(StudyError.SESSION_ENDED);
    }
  }
}
