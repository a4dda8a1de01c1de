package dev.moim.accounts.signup;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.people.form.Form.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a mail asks for: six digits, which people can type. */
public record VerificationCode(String digits) {

  private static final int LENGTH = 6;
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  public static final Kind<VerificationCode> KIND =
      Kind.of(VerificationCode::parse, "인증 코드는 6자리 숫자입니다.");

  static VerificationCode random() {
    return new VerificationCode(Ids.digits(LENGTH));
  }

  public static Optional<VerificationCode> parse(String text) {
    String digits = text.strip();
    return FORM.matcher(digits).matches()
        ? Optional.of(new VerificationCode(digits))
        : Optional.empty();
  }

  /** Nothing: records end up in logs. */
  @Override
  public String toString() {
    return "VerificationCode";
  }
}
