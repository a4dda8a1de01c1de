package dev.moim.shared.wire.engineio;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The protocol revisions in use, as a client names its own in the query parameter {@code EIO}. */
public enum EngineIoVersion {
  /** Clients 1 and 2: the client pings, the server connects the root namespace unasked. */
  V3(3),
  /** Clients 3 and 4: the server pings, the client asks for each namespace. */
  V4(4);

  /** The query parameter a client announces its revision with. */
  public static final String PARAMETER = "EIO";

  private final int number;

  EngineIoVersion(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static Optional<EngineIoVersion> of(@Nullable String parameter) {
    return switch (parameter) {
      case "3" -> Optional.of(V3);
      case "4" -> Optional.of(V4);
      case null, default -> Optional.empty();
    };
  }
}
