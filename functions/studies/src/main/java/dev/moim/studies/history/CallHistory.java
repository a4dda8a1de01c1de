package dev.moim.studies.history;

import dev.moim.studies.call.StudyCall;
import java.util.List;
import java.util.Optional;

/** The past sessions of studies, which are numbered from 1: so every page is one step away. */
public interface CallHistory {

  /** Numbers of sessions, both ends included. */
  record SessionNumbers(long first, long last) {

    public long size() {
      return Math.max(0, last - first + 1);
    }
  }

  /** Sessions by their numbers, the latest first. One request per 1 MB of them. */
  List<StudyCall> between(String studyId, SessionNumbers span);

  /**
   * The sessions that started within a time, both ends included. Two requests.
   *
   * @return empty if there are none
   */
  Optional<SessionNumbers> started(String studyId, TimeRange range);
}
