package dev.moim.accounts.limit;

import dev.moim.accounts.AccountError;
import dev.moim.shared.kernel.DomainException;
import java.time.Duration;

/** Counts what is limited, however many function instances there are. */
public interface Limits {

  /**
   * Counts one more. One request, and no two callers get the last one.
   *
   * @param whose what the limit is per; only its hash is kept
   * @throws DomainException {@link AccountError#TOO_MANY_REQUESTS} if it would be one too many
   */
  void take(Limit limit, String whose);

  /** What {@link #take} throws. */
  static DomainException tooMany(Duration wait) {
    return DomainException.retryAfter(AccountError.TOO_MANY_REQUESTS, wait);
  }
}
