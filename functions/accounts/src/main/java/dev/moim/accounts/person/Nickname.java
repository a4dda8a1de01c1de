package dev.moim.accounts.person;

import dev.moim.shared.people.form.Form.Kind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What others call somebody, as it is shown. */
public record Nickname(String text) {

  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}_.-]{2,20}");
  private static final int MAX_LENGTH = 60;

  public static final Kind<Nickname> KIND =
      Kind.of(Nickname::parse, "닉네임은 글자, 숫자, '_', '.', '-'로 2자 이상 20자 이하여야 합니다.");

  static Optional<Nickname> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String normal = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    return FORM.matcher(normal).matches() ? Optional.of(new Nickname(normal)) : Optional.empty();
  }

  /** What nobody else's may be equal to: who reads "Minji" and "minji" takes them for one. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }
}
