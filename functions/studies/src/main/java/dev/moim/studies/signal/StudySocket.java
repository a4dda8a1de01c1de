package dev.moim.studies.signal;

import dev.moim.studies.User;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * An open socket of this family.
 *
 * @param engine the Engine.IO version it speaks
 * @param identity of whoever opened it
 * @param call in which it takes part
 * @param page of the study whose members see it as online
 */
public record StudySocket(
    PeerSocket socket, int engine, Identity identity, Place call, Place page) {

  /** One that was opened just now. */
  public static StudySocket open(PeerSocket socket, int engine, Identity identity) {
    return new StudySocket(socket, engine, identity, Place.NOWHERE, Place.NOWHERE);
  }

  /** The id of the study whose call it takes part in; null for none. */
  public @Nullable String inCall() {
    return call.studyId();
  }

  /** The id of the study whose members see it as online; null for none. */
  public @Nullable String onlineIn() {
    return page.studyId();
  }

  public String socketId() {
    return socket.socketId();
  }

  public String connectionId() {
    return socket.connectionId();
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
