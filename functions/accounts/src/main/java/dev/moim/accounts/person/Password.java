package dev.moim.accounts.person;

import dev.moim.shared.people.form.Form.Kind;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A password as somebody typed it. Keyboards compose Hangul in two ways, which are made one here.
 */
public record Password(String text) {

  private static final int MIN_LENGTH = 8;

  /** Hashing takes as long as the text is. */
  private static final int MAX_LENGTH = 100;

  /** Of a new one. */
  public static final Kind<Password> NEW = Kind.of(Password::fresh, "비밀번호는 8자 이상 100자 이하여야 합니다.");

  /** Of one to be compared: what cannot be right is wrong, whatever it is. */
  public static final Kind<Password> ANY = Kind.of(Password::any, "올바른 비밀번호가 아닙니다.");

  private static Optional<Password> fresh(String text) {
    return any(text).filter(password -> password.text.length() >= MIN_LENGTH);
  }

  private static Optional<Password> any(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return normal.length() <= MAX_LENGTH ? Optional.of(new Password(normal)) : Optional.empty();
  }

  /** Nothing: records end up in logs. */
  @Override
  public String toString() {
    return "Password";
  }
}
