package dev.moim.accounts.login;

import dev.moim.accounts.person.TokenHash;
import dev.moim.shared.kernel.HmacSha256;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.people.PersonIds;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser keeps to get access tokens with, in a cookie: whose it is, of which login, and a
 * secret.
 */
public record RefreshToken(long userId, String session, String secret) {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,16})\\.([0-9a-z]{12})\\.([0-9A-Za-z]{32,64})");
  private static final int SESSION_LENGTH = 12;
  private static final int SECRET_LENGTH = 32;

  /** The first one of a login. */
  static RefreshToken first(long userId) {
    return new RefreshToken(userId, Ids.base36(SESSION_LENGTH), Ids.base62(SECRET_LENGTH));
  }

  public static Optional<RefreshToken> parse(String text) {
    var parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new RefreshToken(PersonIds.parse(parts.group(1)), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /**
   * The one this is exchanged for. It follows from it, so that whoever exchanges it twice at once,
   * as two tabs of a browser do, gets the same one twice; but only for those who have the key.
   */
  RefreshToken successor(String key) {
    byte[] next = HmacSha256.of(key, "refresh " + text());
    return new RefreshToken(userId, session, HexFormat.of().formatHex(next));
  }

  TokenHash hash() {
    return TokenHash.of(text());
  }

  /** As the cookie has it. */
  public String text() {
    return userId + "." + session + "." + secret;
  }

  /** Nothing: records end up in logs. */
  @Override
  public String toString() {
    return "RefreshToken";
  }
}
