package dev.moim.accounts.http;

import dev.moim.accounts.AccountError;
import dev.moim.shared.people.form.Form.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Kakao gives a browser for us. */
final class KakaoCode {

  /** Those of today have 86 characters. */
  private static final Pattern FORM = Pattern.compile("[!-~]{1,512}");

  /** Any text: what is no code of Kakao's is refused like one that is used up. */
  static final Kind<String> KIND = Kind.of(Optional::of, AccountError.INVALID_KAKAO_CODE.message());

  private KakaoCode() {}

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
