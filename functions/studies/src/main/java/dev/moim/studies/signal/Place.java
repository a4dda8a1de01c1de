package dev.moim.studies.signal;

import org.jspecify.annotations.Nullable;

/**
 * Where a socket's client wants to be. Its frames reach functions in any order, so what it asked
 * for last is told by when the gateway received it.
 *
 * @param studyId whose call, or whose page; null for none
 * @param asked when the frame was received that said so, in epoch milliseconds; 0 for never
 * @param before the study it was in until then; null unless it has left one
 * @param left when it last asked to be out of one, in epoch milliseconds; 0 for never
 */
public record Place(@Nullable String studyId, long asked, @Nullable String before, long left) {

  public static final Place NOWHERE = new Place(null, 0, null, 0);

  boolean isIn(String study) {
    return study.equals(studyId);
  }

  /** Whether it was in this study's at a moment before it left. */
  boolean wasIn(String study, long moment) {
    return study.equals(before) && studyId == null && moment < asked;
  }
}
