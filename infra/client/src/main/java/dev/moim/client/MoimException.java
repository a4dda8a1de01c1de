package dev.moim.client;

import java.time.Duration;
import java.util.Optional;

/** A request that came to nothing; what kind says what to do about it. */
public abstract sealed class MoimException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private MoimException(String message) {
    super(message);
  }

  private MoimException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The keys, or the token made with them, are not believed. */
  public static final class Unauthorized extends MoimException {
    private static final long serialVersionUID = 1L;

    public Unauthorized(String message) {
      super(message);
    }
  }

  /** The license is disabled. */
  public static final class LicenseDisabled extends MoimException {
    private static final long serialVersionUID = 1L;

    public LicenseDisabled(String message) {
      super(message);
    }
  }

  /** The request itself is wrong, as a period of over 92 days is. */
  public static final class InvalidRequest extends MoimException {
    private static final long serialVersionUID = 1L;

    public InvalidRequest(String message) {
      super(message);
    }
  }

  /** More than the license may ask; nothing has changed. */
  public static final class TooManyRequests extends MoimException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public TooManyRequests(String message, Duration retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    /** After how long to ask again; longer than the client was to wait for. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** No answer, or one that says that the service failed. */
  public static final class Unavailable extends MoimException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<Duration> retryAfter;

    public Unavailable(String message, Optional<Duration> retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
      this.retryAfter = Optional.empty();
    }

    /** After how long to ask again, if the service said so. */
    public Optional<Duration> retryAfter() {
      return retryAfter;
    }
  }
}
