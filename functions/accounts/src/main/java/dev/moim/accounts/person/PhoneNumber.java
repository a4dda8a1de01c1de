package dev.moim.accounts.person;

import dev.moim.shared.people.form.Form.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in Korea, digits only. */
public record PhoneNumber(String text) {

  private static final Pattern FORM = Pattern.compile("0\\d{8,10}");
  private static final Pattern ABROAD = Pattern.compile("^\\+82[ -]?0?");
  private static final int MAX_LENGTH = 20;

  public static final Kind<PhoneNumber> KIND = Kind.of(PhoneNumber::parse, "올바른 전화번호 형식이 아닙니다.");

  static Optional<PhoneNumber> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String digits = ABROAD.matcher(text.strip()).replaceFirst("0").replaceAll("[ -]", "");
    return FORM.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
  }
}
