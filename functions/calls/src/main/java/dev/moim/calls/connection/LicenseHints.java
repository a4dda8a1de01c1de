package dev.moim.calls.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Under which license connections have registered, as far as this function instance has seen. A
 * frame names its room without the license that is half of the room's key; remembering it spares
 * all frames but the first a read of the connection. It proves nothing: the seat in the room does.
 */
public final class LicenseHints {

  /** Far more than one instance serves. */
  private static final int MOST = 10_000;

  private final Map<String, String> byConnection =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  public synchronized Optional<String> of(String connectionId) {
    return Optional.ofNullable(byConnection.get(connectionId));
  }

  public synchronized void learn(Connection registered) {
    byConnection.put(registered.id(), registered.owner().tenant());
  }
}
