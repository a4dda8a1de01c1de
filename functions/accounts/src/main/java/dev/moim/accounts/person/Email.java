package dev.moim.accounts.person;

import dev.moim.shared.people.form.Form.Kind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address, normalised: two spellings that reach one mailbox are one address, as far as that can
 * be known without asking.
 */
public record Email(String text) {

  /** RFC 5321: what a server has to take. */
  private static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL = 64;

  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}"
              + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,63}");

  public static final Kind<Email> KIND = Kind.of(Email::parse, "올바른 이메일 형식이 아닙니다.");

  static Optional<Email> parse(String text) {
    // Blanks around it are a slip of the finger, a line break is none.
    if (text.length() > 2 * MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    String normal =
        Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    boolean usable =
        normal.length() <= MAX_LENGTH
            && FORM.matcher(normal).matches()
            && normal.indexOf('@') <= MAX_LOCAL
            && !normal.contains("..")
            && !normal.startsWith(".")
            && !normal.contains(".@");
    return usable ? Optional.of(new Email(normal)) : Optional.empty();
  }
}
