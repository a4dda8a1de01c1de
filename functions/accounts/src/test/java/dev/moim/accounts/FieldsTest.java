package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.shared.people.form.Form.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are addresses, names, numbers and passwords, and which are one and the same. */
class FieldsTest {

  @ParameterizedTest
  @CsvSource({
    "minji@example.com, minji@example.com",
    "' Minji@Example.COM ', minji@example.com",
    "ＭＩＮＪＩ@example.com, minji@example.com",
    "a+b.c_d-e@sub.example.co.kr, a+b.c_d-e@sub.example.co.kr",
    "민지@예시.한국, 민지@예시.한국"
  })
  void addresses(String text, String normal) {
    assertThat(Email.KIND.parse().apply(text)).contains(new Email(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minji",
        "minji@",
        "@example.com",
        "minji@localhost",
        "a..b@example.com",
        "a@b..com",
        "a b@example.com",
        "a@example.com\n",
        "a@example.com,b@example.com",
        ".a@example.com",
        "a.@example.com",
        "a@-example.com",
        "a@example.c",
        "\"a\"@example.com",
        "a@[1.2.3.4]",
        "a\u0000@example.com"
      })
  void noAddresses(String text) {
    assertThat(Email.KIND.parse().apply(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 300, 100_000})
  void tooLongIsNoAddress(int length) {
    assertThat(Email.KIND.parse().apply("a".repeat(length) + "@example.com")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "010-1234-5678, 01012345678",
    "'010 1234 5678', 01012345678",
    "+82-10-1234-5678, 01012345678",
    "+821012345678, 01012345678",
    "02-123-4567, 021234567"
  })
  void phoneNumbers(String text, String normal) {
    assertThat(PhoneNumber.KIND.parse().apply(text)).contains(new PhoneNumber(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234",
        "010-1234-56789",
        "０１０１２３４５６７８",
        "+1 555 123 4567",
        "phone",
        "010-1234-567a",
        "------------------"
      })
  void noPhoneNumbers(String text) {
    assertThat(PhoneNumber.KIND.parse().apply(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"민지, 민지", "'Min_ji-1.0 ', Min_ji-1.0", "ﾐﾝ, ミン"})
  void nicknames(String text, String normal) {
    assertThat(Nickname.KIND.parse().apply(text)).contains(new Nickname(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a b", "<b>", "aaaaaaaaaaaaaaaaaaaaa", "\u200b\u200b", "a\u202eb", "😀😀"})
  void noNicknames(String text) {
    assertThat(Nickname.KIND.parse().apply(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1234567, false", "12345678, true", "'        ', true"})
  void passwords(String text, boolean allowed) {
    assertThat(Password.NEW.parse().apply(text).isPresent()).isEqualTo(allowed);
    Kind<Password> any = Password.ANY;
    assertThat(any.parse().apply(text)).isPresent();
    assertThat(any.parse().apply(text.repeat(100))).isEmpty();
  }
}
