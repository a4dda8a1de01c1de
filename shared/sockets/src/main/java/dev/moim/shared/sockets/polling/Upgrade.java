package dev.moim.shared.sockets.polling;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For which session a socket is opened.
 *
 * @param possible whether it may be, as far as its id tells
 * @param session empty if its client did not begin by polling
 */
public record Upgrade(boolean possible, Optional<SessionId> session) {

  /** The query parameter that names the session. */
  public static final String PARAMETER = "sid";

  /**
   * @param sid as the query has it
   * @param now as the gateway has it
   */
  public static Upgrade of(@Nullable String sid, Instant now) {
    if (sid == null || sid.isEmpty()) {
      return new Upgrade(true, Optional.empty());
    }
    Optional<SessionId> session = SessionId.parse(sid).filter(it -> it.upgrades(now));
    return new Upgrade(session.isPresent(), session);
  }
}
