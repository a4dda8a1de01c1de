package dev.moim.calls.connection;

import dev.moim.shared.kernel.RoomKey;

/**
 * A user within a tenant: the unit that is unique, is written to, and survives a change of socket.
 */
public record Owner(String tenant, String user) {

  /** The tenant's room of that id. */
  public RoomKey room(String roomId) {
    return new RoomKey(tenant, roomId);
  }

  /** Its key in a table; tenants' ids hold no slash. */
  public String key() {
    return tenant + "/" + user;
  }

  public static Owner ofKey(String key) {
    int slash = key.indexOf('/');
    return new Owner(key.substring(0, slash), key.substring(slash + 1));
  }
}
