package dev.moim.studies.history;

/**
 * What some sessions add up to.
 *
 * @param participants of each session, added up
 * @param seconds that they lasted
 */
public record SessionTotals(long sessions, long participants, long seconds) {

  static final SessionTotals NONE = new SessionTotals(0, 0, 0);

  SessionTotals plus(SessionTotals more) {
    return new SessionTotals(
        sessions + more.sessions, participants + more.participants, seconds + more.seconds);
  }

  /** Of a session, to one decimal. */
  public double averageParticipants() {
    return sessions == 0 ? 0 : Math.round(10.0 * participants / sessions) / 10.0;
  }

  /** Of a session, in whole seconds. */
  public long averageSeconds() {
    return sessions == 0 ? 0 : Math.round((double) seconds / sessions);
  }
}
