package dev.moim.shared.wire.stomp;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The versions of STOMP, oldest first. They differ in how headers are escaped. */
public enum StompVersion {
  V1_0("1.0"),
  V1_1("1.1"),
  V1_2("1.2");

  private final String code;

  StompVersion(String code) {
    this.code = code;
  }

  /** As {@code version} headers name it. */
  public String code() {
    return code;
  }

  /** As {@code Sec-WebSocket-Protocol} names it. */
  public String subprotocol() {
    return "v" + code.replace(".", "") + ".stomp";
  }

  /**
   * The newest one that a client accepts.
   *
   * @param acceptVersion its header of that name; without it, only 1.0 is meant
   * @return empty if it accepts none of these
   */
  public static Optional<StompVersion> accepted(Optional<String> acceptVersion) {
    List<String> codes = List.of(acceptVersion.orElse(V1_0.code).replace(" ", "").split(","));
    return newest(version -> codes.contains(version.code));
  }

  /**
   * The newest one of which a client offers the subprotocol.
   *
   * @return empty if it offers none of them
   */
  public static Optional<StompVersion> offered(Collection<String> subprotocols) {
    return newest(version -> subprotocols.contains(version.subprotocol()));
  }

  private static Optional<StompVersion> newest(Predicate<StompVersion> known) {
    Optional<StompVersion> newest = Optional.empty();
    for (StompVersion version : values()) {
      if (known.test(version)) {
        newest = Optional.of(version);
      }
    }
    return newest;
  }
}
