package dev.moim.studies.signal;

/** Who is in a study's call without a socket of ours: over the media server alone. */
@FunctionalInterface
public interface Attendance {

  boolean isThere(String studyId, String userId);
}
