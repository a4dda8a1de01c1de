package dev.moim.accounts.http;

import dev.moim.accounts.AccountError;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpError;
import dev.moim.shared.lambda.HttpErrors;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.uploads.UploadError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors as {@code {message, code}}, and which field is to blame where one is. */
final class AccountErrors implements HttpErrors {

  static final String VALIDATION_ERROR = "VALIDATION_ERROR";
  static final String INVALID_REQUEST = "잘못된 요청입니다";

  /** How larger files come to us. */
  private static final String BESIDES = " 더 큰 파일은 POST /api/v1/uploads로 받은 주소에 올려 주세요.";

  private static final String SERVER_ERROR = "INTERNAL_SERVER_ERROR";

  @Override
  public int status(ErrorCode code) {
    return switch (code) {
      case PeopleError error -> error.status();
      case AccountError error -> status(error);
      case UploadError error -> error.status();
      default -> 500;
    };
  }

  private static int status(AccountError error) {
    return switch (error) {
      case WRONG_PASSWORD,
          NOT_VERIFIED,
          INVALID_CODE,
          INVALID_LINK,
          INVALID_PROFILE,
          INVALID_KAKAO_CODE,
          INVALID_KAKAO_RESPONSE,
          KAKAO_UNLINK_FAILED,
          EMAIL_SEND_FAILED ->
          400;
      case INVALID_REFRESH_TOKEN -> 401;
      case NOT_REGISTERED, USER_NOT_FOUND -> 404;
      case DUPLICATE_EMAIL,
          DUPLICATE_NICKNAME,
          DUPLICATE_PHONE,
          PROFILE_EXISTS,
          CHANGED_MEANWHILE ->
          409;
      case TOO_MANY_REQUESTS -> 429;
    };
  }

  @Override
  public Map<String, ?> body(Failure failure) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", failure.status() == 500 ? "내부 서버 오류" : failure.message());
    body.put("code", code(failure));
    if (failure.code() instanceof AccountError error && !field(error).isEmpty()) {
      body.put("field", field(error));
    }
    if (failure.code() == HttpError.INVALID_REQUEST) {
      body.put("message", INVALID_REQUEST);
      body.put("details", List.of());
    }
    if (failure.code() == UploadError.FORM_TOO_LARGE) {
      body.put("message", failure.message() + BESIDES);
    }
    return body;
  }

  private static String code(Failure failure) {
    return switch (failure.code()) {
      case AccountError error -> error.code();
      case PeopleError.PROFILE_REQUIRED -> PeopleError.PROFILE_REQUIRED.name();
      case PeopleError _ -> "AUTH_ERROR";
      case HttpError.INVALID_REQUEST -> VALIDATION_ERROR;
      case HttpError.SERVER_ERROR -> SERVER_ERROR;
      default -> failure.code().name();
    };
  }

  /** The document's names of fields. */
  private static String field(AccountError error) {
    return switch (error) {
      case DUPLICATE_EMAIL -> "email";
      case DUPLICATE_NICKNAME -> "nickname";
      case DUPLICATE_PHONE -> "phoneNumber";
      default -> "";
    };
  }
}
