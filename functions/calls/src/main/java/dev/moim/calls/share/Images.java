package dev.moim.calls.share;

import dev.moim.calls.CallError;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Pictures inside messages, as data URLs or addresses. */
public final class Images {

  /** A frame from a browser holds 32 KB; this leaves room for the rest of the message. */
  private static final int MAX_BYTES = 24 * 1_024;

  /**
   * An address this short may be kept with the room; anything longer is passed on and forgotten.
   */
  private static final int MAX_KEPT = 1_024;

  private Images() {}

  public static String required(Fields request) {
    if (request.requiredRaw("img") instanceof String img && !img.isEmpty()) {
      if (img.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
        throw new DomainException(CallError.TOO_MUCH, "img is larger than 24 KB");
      }
      return img;
    }
    throw FieldException.invalid("img", "a data URL or an address");
  }

  /**
   * What latecomers are told: an address, or nothing; then they ask with {@code reqCanvasImage}.
   */
  static Optional<String> kept(String img) {
    return Optional.of(img)
        .filter(it -> !it.isEmpty() && !it.startsWith("data:") && it.length() <= MAX_KEPT);
  }
}
