package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One session of a study's video call, open or over. Every change makes a new value; the rules of
 * time keeping are here and nowhere else.
 *
 * <p>A session is over when the last participant has left, as of that moment. Until somebody comes
 * it stays open for {@link #UNJOINED}.
 *
 * @param endedAt empty while it is open
 * @param rev grows with every change that is stored
 */
public record StudyCall(CallSession session, Roster roster, Optional<Instant> endedAt, long rev) {

  /** All of them fit into the transaction that ends a session, which takes 100 items. */
  public static final int MAX_PARTICIPANTS = 90;

  /** How long a request to join holds a place for somebody who opens no socket. */
  public static final Duration LEASE = Duration.ofMinutes(15);

  /** How long a session waits for its first participant. */
  public static final Duration UNJOINED = Duration.ofMinutes(5);

  /** How long the last participant counts as on their way back who came just before they left. */
  public static final Duration BREATH = Duration.ofSeconds(3);

  /** A study's first session, with nobody in it yet. */
  public static StudyCall start(String studyId, ZoneId zone, User starter, Instant now) {
    CallSession first = CallSession.start(studyId, 0, zone, starter, now);
    return new StudyCall(first, Roster.EMPTY, Optional.empty(), 0);
  }

  /** The session after this one. Its time begins where this one's ended, whatever clocks say. */
  public StudyCall next(User starter, Instant now) {
    Instant earliest = endedAt.orElse(session.startedAt());
    Instant start = now.isBefore(earliest) ? earliest : now;
    CallSession next = CallSession.start(session.studyId(), past(), session.zone(), starter, start);
    return new StudyCall(next, Roster.EMPTY, Optional.empty(), rev);
  }

  /** The same after it was written. */
  public StudyCall stored(long newRev) {
    return new StudyCall(session, roster, endedAt, newRev);
  }

  public boolean isOpen() {
    return endedAt.isEmpty();
  }

  public String studyId() {
    return session.studyId();
  }

  public boolean isSession(String sessionId) {
    return session.id().equals(sessionId);
  }

  /** What the socket events call the room of this study. */
  public String roomId() {
    return roomId(session.studyId());
  }

  public static String roomId(String studyId) {
    return "study-" + studyId + "-main";
  }

  /** How many of the study's sessions are in its history. */
  public long past() {
    return isOpen() || roster.isEmpty() ? session.number() - 1 : session.number();
  }

  /** Whole seconds from its start to its end, or until now. */
  public long seconds(Instant now) {
    return Math.max(0, Duration.between(session.startedAt(), endedAt.orElse(now)).toSeconds());
  }

  public Optional<CallParticipant> find(String userId) {
    return roster.find(userId);
  }

  /** Who is in the call, in the order they first came. */
  public List<CallParticipant> inside() {
    return roster.inside();
  }

  /**
   * A request to join, which holds for {@link #LEASE}. Whoever takes part over an open socket just
   * stays.
   */
  public StudyCall join(User user, Instant now) {
    Liveness how =
        find(user.id())
            .filter(known -> isHeld(known, now))
            .map(CallParticipant::liveness)
            .orElseGet(() -> Liveness.leased(now.plus(LEASE)));
    return enter(user, how, now);
  }

  /**
   * Comes in over a socket; a newer socket of the same user takes the place of the older. Changes
   * nothing if they have asked for something else since.
   */
  public StudyCall enter(User user, PeerSocket socket, Instant asked) {
    requireOpen();
    if (find(user.id()).filter(known -> known.hasAskedAfter(asked)).isPresent()) {
      return this;
    }
    StudyCall entered = enter(user, Liveness.on(socket), asked);
    return entered.with(entered.find(user.id()).orElseThrow().askedAt(asked));
  }

  /**
   * Leaves over a socket. Whoever has come in since stays, and within the same millisecond being in
   * wins; what they had switched on until then is off either way. The last one who leaves right
   * after they came may be on their way back, as pages that are drawn twice are: they count as lost
   * for a {@link #BREATH}, and left at this moment unless they return.
   */
  public StudyCall exit(LostSocket leaving, Instant asked) {
    StudyCall gone = changeOn(leaving, asked, participant -> participant.exited(asked));
    StudyCall waiting = changeOn(leaving, asked, participant -> participant.exited(asked, BREATH));
    return isOpen() && !gone.isOpen() ? waiting : gone;
  }

  private StudyCall changeOn(
      LostSocket socket, Instant now, UnaryOperator<CallParticipant> change) {
    return changeInside(
        socket.participant().userId(),
        now,
        participant ->
            participant.isOn(socket.socketId()) && !participant.liveness().isLost()
                ? change.apply(participant)
                : participant);
  }

  private StudyCall enter(User user, Liveness how, Instant clock) {
    requireOpen();
    Instant now = clock.isBefore(session.startedAt()) ? session.startedAt() : clock;
    Optional<CallParticipant> known = find(user.id());
    if (known.isEmpty() && roster.size() >= MAX_PARTICIPANTS) {
      throw new DomainException(StudyError.INVALID_REQUEST, "참여 인원이 가득 찼습니다.");
    }
    CallParticipant participant =
        known
            .map(earlier -> earlier.settled(now))
            .orElseGet(() -> CallParticipant.of(SessionIds.ofParticipant(), user, now));
    return with(participant.present(user, how, now));
  }

  /** On an open socket: nothing of them has to be awaited. */
  private static boolean isHeld(CallParticipant known, Instant now) {
    return known.settled(now).isInside() && known.liveness().until() == 0;
  }

  /** Leaving twice, or after the end, changes nothing; so does whoever never was there. */
  public StudyCall leave(String userId, Instant now) {
    return changeInside(userId, now, participant -> participant.left(now));
  }

  /**
   * Their socket is gone. Unless heard of again within the grace they left at this moment. Changes
   * nothing if they take part over another socket by now.
   */
  public StudyCall lose(LostSocket lost, Instant now, Duration grace) {
    return changeOn(
        lost, now, participant -> participant.with(participant.liveness().lost(now, grace)));
  }

  /** Takes note that somebody without a socket of ours is still there, for another lease. */
  public StudyCall prolong(String userId, Instant now) {
    return changeInside(
        userId,
        now,
        participant ->
            participant.liveness().isLeased()
                ? participant.with(Liveness.leased(now.plus(LEASE)))
                : participant);
  }

  /** Switches something. Only somebody inside has anything to switch. */
  public StudyCall toggle(String userId, MediaState state, boolean on, Instant now) {
    return changeInside(userId, now, participant -> participant.toggled(state, on, now));
  }

  /** Whose grace or lease is over by now has left, at the moment it tells. */
  public StudyCall expire(String userId, Instant now) {
    return changeInside(userId, now, UnaryOperator.identity());
  }

  /** The same for everybody; and a session that nobody came to ends. */
  public StudyCall expireAll(Instant now) {
    StudyCall settled = this;
    for (String userId : roster.byUserId().keySet()) {
      settled = settled.expire(userId, now);
    }
    boolean deserted = roster.isEmpty() && !session.startedAt().plus(UNJOINED).isAfter(now);
    return deserted && isOpen() ? ended(Optional.of(now)) : settled.closeIfEmpty();
  }

  /** Ends an open session that everybody has left; one that nobody joined stays open. */
  public StudyCall closeIfEmpty() {
    return isOpen() && !roster.isEmpty() && inside().isEmpty() ? ended(roster.lastLeftAt()) : this;
  }

  private StudyCall ended(Optional<Instant> at) {
    return new StudyCall(session, roster, at, rev);
  }

  private StudyCall changeInside(
      String userId, Instant now, UnaryOperator<CallParticipant> change) {
    Optional<CallParticipant> inside = find(userId).filter(CallParticipant::isInside);
    if (!isOpen() || inside.isEmpty()) {
      return this;
    }
    CallParticipant settled = inside.get().settled(now);
    return with(settled.isInside() ? change.apply(settled) : settled);
  }

  private StudyCall with(CallParticipant changed) {
    return new StudyCall(session, roster.with(changed), endedAt, rev).closeIfEmpty();
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new DomainException(StudyError.SESSION_ENDED);
    }
  }
}
