package dev.moim.studies.call;

/** What calls of a study remember of somebody. */
@FunctionalInterface
public interface Traces {

  /**
   * Takes away their name, their picture and their totals. That somebody was there stays, without a
   * word who. Repeating it changes nothing.
   */
  void erase(ParticipantKey who);
}
