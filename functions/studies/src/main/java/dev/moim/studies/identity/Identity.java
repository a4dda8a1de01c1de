package dev.moim.studies.identity;

import dev.moim.studies.User;
import java.util.Optional;

/** What somebody's cookies and tokens say about who they are. */
public sealed interface Identity {

  /** Nothing was shown at all. */
  static Identity none() {
    return new Unknown("Authentication required");
  }

  /** Something was shown, and it is forged, over, or contradicts itself. */
  static Identity failed() {
    return new Unknown("Authentication failed");
  }

  /** A page that is not trusted opened the socket, and the browser added the cookie by itself. */
  static Identity foreign() {
    return new Unknown("Origin not allowed");
  }

  /** It is genuine, and names nobody. */
  static Identity nobody() {
    return new Unknown("User not found");
  }

  /** It cannot be told for now: what would prove it is missing in the deployment. */
  static Identity unprovable() {
    return new Unknown("Server error");
  }

  record Known(User user) implements Identity {}

  /**
   * @param reason as the document's clients know it from {@code connect_error}
   */
  record Unknown(String reason) implements Identity {}

  /** The front end knows the user, and that they may not take part for now. */
  static Identity inactive(String status) {
    return new Unknown("User status is " + status);
  }

  default Optional<User> known() {
    return this instanceof Known(User user) ? Optional.of(user) : Optional.empty();
  }
}
