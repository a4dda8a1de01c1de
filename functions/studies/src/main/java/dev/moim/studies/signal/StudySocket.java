package dev.moim.studies.signal;

import dev.moim.studies.User;
import dev.moim.studies.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * An open socket of this family.
 *
 * @param connectionId the gateway's own, which nobody is told
 * @param engine the Engine.IO version it speaks
 * @param socketId what others know it by, for as long as it is open
 * @param identity of whoever opened it
 * @param studyId the study whose call it takes part in; null for none
 * @param watching the study whose members see it as online; null for none
 */
public record StudySocket(
    String connectionId,
    int engine,
    String socketId,
    Identity identity,
    @Nullable String studyId,
    @Nullable String watching) {

  /** One that was opened just now. */
  public static StudySocket open(
      String connectionId, int engine, String socketId, Identity identity) {
    return new StudySocket(connectionId, engine, socketId, identity, null, null);
  }

  public boolean isKnown() {
    return identity.known().isPresent();
  }

  /**
   * @throws IllegalStateException unless it {@link #isKnown}
   */
  public User user() {
    return identity.known().orElseThrow(() -> new IllegalStateException("nobody is known here"));
  }
}
