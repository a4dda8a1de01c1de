package dev.moim.webhooks.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All tenants' endpoints. */
public interface Endpoints {

  /** A license's, the oldest first; strongly consistent. */
  List<Endpoint> of(String licenseId);

  default Optional<Endpoint> find(EndpointKey key) {
    return of(key.licenseId()).stream().filter(it -> it.id().equals(key.endpointId())).findFirst();
  }

  /**
   * Exact however many are added at once.
   *
   * @return false if the license has {@link Endpoint#MOST}
   */
  boolean add(String licenseId, Endpoint endpoint);

  /**
   * Changes an endpoint as it is at the moment of the write.
   *
   * @return it afterwards; empty if there is none
   */
  Optional<Endpoint> change(EndpointKey key, UnaryOperator<Endpoint> change);

  /**
   * @return false if there was none
   */
  boolean remove(EndpointKey key);
}
