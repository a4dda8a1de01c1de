package dev.moim.accounts.password;

import dev.moim.accounts.person.TokenHash;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.people.PersonIds;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a link in a mail holds, with which its reader may choose a new password, once. */
public record PasswordLink(long userId, String secret) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,16})\\.([0-9A-Za-z]{32})");
  private static final int SECRET_LENGTH = 32;

  static PasswordLink random(long userId) {
    return new PasswordLink(userId, Ids.base62(SECRET_LENGTH));
  }

  public static Optional<PasswordLink> parse(String text) {
    var parts = FORM.matcher(text.strip());
    return parts.matches()
        ? Optional.of(new PasswordLink(PersonIds.parse(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  public TokenHash hash() {
    return TokenHash.of(text());
  }

  /** As the link has it. */
  public String text() {
    return userId + "." + secret;
  }

  /** Nothing: records end up in logs. */
  @Override
  public String toString() {
    return "PasswordLink";
  }
}
