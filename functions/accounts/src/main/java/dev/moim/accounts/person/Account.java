package dev.moim.accounts.person;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account.
 *
 * @param profile null until they have made one
 * @param picture where their picture is; null for none
 * @param sessions logins that stand, by their ids
 */
public record Account(
    long id,
    Names names,
    @Nullable Profile profile,
    @Nullable String picture,
    Instant createdAt,
    Map<String, Session> sessions) {

  public Account {
    sessions = Map.copyOf(sessions);
  }
}
