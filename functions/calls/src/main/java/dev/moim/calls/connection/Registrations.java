package dev.moim.calls.connection;

import dev.moim.shared.licenses.HashedSecret;
import java.util.Optional;

/** Which connection speaks for a user. At most one does at any time. */
public interface Registrations {

  /**
   * @param resumeToken lets its bearer take over while the socket still looks alive
   */
  record Registration(String connectionId, HashedSecret resumeToken) {}

  Optional<Registration> findNow(Owner owner);

  /**
   * Takes the name if it is free or already held by this connection.
   *
   * @return the holder in the way, or empty when the claim succeeded
   */
  Optional<Registration> claim(Owner owner, Registration holder);

  /**
   * @return false if somebody else took over first
   */
  boolean replace(Owner owner, String oldConnectionId, Registration holder);

  /**
   * @return false if the name was not held by this connection (any more)
   */
  boolean release(Owner owner, String connectionId);
}
