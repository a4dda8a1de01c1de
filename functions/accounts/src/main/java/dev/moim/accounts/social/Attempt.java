package dev.moim.accounts.social;

import dev.moim.shared.kernel.Ids;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A login at Kakao that a browser has begun, as its cookie has it.
 *
 * @param secret only this browser has
 * @param seal of the code that came back to it, by which a later request is known to be about this
 *     code; nothing as long as none came
 */
public record Attempt(String secret, Optional<String> seal) {

  private static final int LENGTH = 32;
  private static final Pattern FORM = Pattern.compile("([0-9A-Za-z]{32})(?:\\.([0-9a-f]{64}))?");

  static Attempt begun() {
    return new Attempt(Ids.base62(LENGTH), Optional.empty());
  }

  public static Optional<Attempt> parse(String cookie) {
    var parts = FORM.matcher(cookie);
    return parts.matches()
        ? Optional.of(new Attempt(parts.group(1), Optional.ofNullable(parts.group(2))))
        : Optional.empty();
  }

  Attempt sealed(String newSeal) {
    return new Attempt(secret, Optional.of(newSeal));
  }

  /** As the cookie has it. */
  public String text() {
    return secret + seal.map(it -> "." + it).orElse("");
  }

  /** Nothing: records end up in logs. */
  @Override
  public String toString() {
    return "Attempt";
  }
}
