package dev.moim.studies.signal;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles one study after the other; one that cannot be holds up no other. */
final class EachStudy {

  private static final Logger LOG = LoggerFactory.getLogger(EachStudy.class);

  private EachStudy() {}

  /**
   * @throws IllegalStateException once all studies are done, if any of them failed
   */
  static void reconcile(List<String> studyIds, Consumer<String> work) {
    int failed = 0;
    for (String studyId : studyIds) {
      failed += succeeds(studyId, work) ? 0 : 1;
    }
    if (failed > 0) {
      throw new IllegalStateException(failed + " studies could not be reconciled");
    }
  }

  private static boolean succeeds(String studyId, Consumer<String> work) {
    try {
      work.accept(studyId);
      return true;
    } catch (RuntimeException failed) {
      LOG.error("study {} could not be reconciled", studyId, failed);
      return false;
    }
  }
}
