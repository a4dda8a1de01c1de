package dev.moim.accounts.kakao;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.kakao.KakaoHttp.Answer;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.KakaoId;
import dev.moim.accounts.social.KakaoPerson;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what Kakao answers; whatever it is, it is one of our refusals at worst. */
final class KakaoAnswers {

  /** Of somebody who has not consented, or not any more. */
  private static final String NOT_CONNECTED = "-101";

  /** Kakao's longest tokens have less; a header takes it. */
  private static final int MAX_TOKEN = 2_048;

  private static final int MAX_NICKNAME = 200;

  private KakaoAnswers() {}

  /** The access token of {@code POST /oauth/token}. */
  static String token(Answer answer) {
    if (answer.status() == 400 && text(answer, "error").equals("invalid_grant")) {
      throw new DomainException(AccountError.INVALID_KAKAO_CODE);
    }
    String token = read(answer, fields -> fields.text("access_token", MAX_TOKEN));
    if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw refusal();
    }
    return token;
  }

  /** Whom {@code GET /v2/user/me} tells of. */
  static KakaoPerson person(Answer answer) {
    return read(
        answer,
        fields -> {
          Fields account = object(fields, "kakao_account");
          String nickname =
              object(account, "profile")
                  .optionalText("nickname", MAX_NICKNAME)
                  .or(() -> object(fields, "properties").optionalText("nickname", MAX_NICKNAME))
                  .orElse("");
          return new KakaoPerson(id(fields), nickname, email(account));
        });
  }

  private static KakaoId id(Fields fields) {
    String digits = String.valueOf(fields.requiredRaw("id"));
    if (!digits.matches("[1-9]\\d{0,17}")) {
      throw FieldException.invalid("id", "a number");
    }
    return new KakaoId(Long.parseLong(digits));
  }

  /** Only one that is theirs, and that nobody else at Kakao has taken over since. */
  private static Optional<Email> email(Fields account) {
    boolean proven =
        account.optionalFlag("is_email_valid").orElse(false)
            && account.optionalFlag("is_email_verified").orElse(false);
    return proven ? account.optionalText("email").flatMap(Email.KIND.parse()) : Optional.empty();
  }

  /** An empty one if there is none. */
  private static Fields object(Fields in, String field) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (in.raw(field) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    return new Fields(new LinkedHashMap<>(values));
  }

  static boolean isNotConnected(Answer answer) {
    return answer.status() == 400 && text(answer, "code").equals(NOT_CONNECTED);
  }

  /** {@code KOE…}, for a log; "" if there is none. */
  static String errorCode(Answer answer) {
    String code = text(answer, "error_code");
    return code.matches("KOE\\d{1,6}") ? code : "";
  }

  private static String text(Answer answer, String field) {
    try {
      return String.valueOf(Json.readObject(answer.body()).get(field));
    } catch (MalformedException garbage) {
      return "";
    }
  }

  private static <T> T read(Answer answer, Function<Fields, T> reader) {
    if (answer.status() != 200) {
      throw refusal();
    }
    try {
      return reader.apply(new Fields(Json.readObject(answer.body())));
    } catch (MalformedException | FieldException garbage) {
      throw refusal();
    }
  }

  private static DomainException refusal() {
    return new DomainException(AccountError.INVALID_KAKAO_RESPONSE);
  }
}
