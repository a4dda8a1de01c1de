package dev.moim.shared.kernel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only exception a use case throws: the request was understood and is refused, and why. */
public final class DomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final String message;
  private final @Nullable Duration retryAfter;
  private final boolean pending;

  public DomainException(ErrorCode code) {
    this(code, code.message());
  }

  /**
   * @param message says more than the code's own text, for instance which field is missing; shown
   *     to the client
   */
  public DomainException(ErrorCode code, String message) {
    this(code, message, null, false);
  }

  /** Refused only for now: the same request may succeed after this long. */
  public static DomainException retryAfter(ErrorCode code, Duration wait) {
    return new DomainException(code, code.message(), wait, false);
  }

  /**
   * Refused although what it lacks is on its way: the same client has asked for it, and that
   * request is not finished.
   */
  public static DomainException pending(ErrorCode code) {
    return new DomainException(code, code.message(), null, true);
  }

  private DomainException(
      ErrorCode code, String message, @Nullable Duration retryAfter, boolean pending) {
    // A refusal is an answer, not a defect: its stack trace would only cost time and fill logs.
    super(message, null, false, false);
    this.code = code;
    this.message = message;
    this.retryAfter = retryAfter;
    this.pending = pending;
  }

  /** Never null, unlike other exceptions': it is part of the answer. */
  @Override
  public String getMessage() {
    return message;
  }

  public ErrorCode code() {
    return code;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Whether the request may succeed in a moment, without its client doing anything more. */
  public boolean isPending() {
    return pending;
  }
}
