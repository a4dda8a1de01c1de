package dev.moim.webhooks.endpoint;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.licenses.LicenseControl;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Brings marks into line with endpoints: a license with any is marked, so that its rooms are made
 * with a mark, and rooms that are open already are marked too. Repeating it changes nothing.
 */
public final class ListenToRooms {

  static final String KIND = "listen";
  private static final String LICENSE = "license";

  /** Whatever was being made while the license was marked is there by then. */
  private static final Duration ONCE_MORE = Duration.ofMinutes(1);

  private final Endpoints endpoints;
  private final LicenseControl licenses;
  private final MarkRooms markRooms;

  public ListenToRooms(Endpoints endpoints, LicenseControl licenses, MarkRooms markRooms) {
    this.endpoints = endpoints;
    this.licenses = licenses;
    this.markRooms = markRooms;
  }

  /** Asks for it, now and once more. */
  record Call(Timers timers) {

    void to(String licenseId) {
      for (Duration delay : List.of(Duration.ZERO, ONCE_MORE)) {
        timers.set(new Timer(KIND, Map.of(LICENSE, licenseId)), delay);
      }
    }
  }

  public static boolean is(Timer timer) {
    return timer.kind().equals(KIND);
  }

  public void run(Timer timer) {
    String licenseId = timer.get(LICENSE);
    boolean told = !endpoints.of(licenseId).isEmpty();
    licenses.tell(licenseId, told);
    if (told) {
      markRooms.of(licenseId);
    } else if (!endpoints.of(licenseId).isEmpty()) {
      licenses.tell(licenseId, true); // one was added meanwhile
    }
  }
}
