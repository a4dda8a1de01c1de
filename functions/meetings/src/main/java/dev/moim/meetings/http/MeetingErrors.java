package dev.moim.meetings.http;

import dev.moim.meetings.MeetingError;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpError;
import dev.moim.shared.lambda.HttpErrors;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.uploads.UploadError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Errors as {@code {status, message}}, with a code where the document names one, and with the list
 * {@code errors} where a form is refused: an empty one if no field is to blame.
 */
final class MeetingErrors implements HttpErrors {

  private static final int SERVER_ERROR = 500;

  @Override
  public int status(ErrorCode code) {
    return switch (code) {
      case MeetingError error -> error.status();
      case PeopleError error -> error.status();
      case UploadError error -> error.status();
      default -> SERVER_ERROR;
    };
  }

  /** Of a form. */
  static Map<String, Object> form(String message, List<?> errors) {
    Map<String, Object> body = body(MeetingError.INVALID_FORM.status(), message);
    body.put("errors", errors);
    return body;
  }

  private static Map<String, Object> body(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("message", message);
    return body;
  }

  @Override
  public Map<String, ?> body(Failure failure) {
    if (failure.code() == HttpError.INVALID_REQUEST) {
      return form(MeetingError.INVALID_FORM.message(), List.of());
    }
    if (failure.code() instanceof UploadError && failure.status() == 400) {
      return form(failure.message(), List.of());
    }
    boolean ours = failure.status() == SERVER_ERROR;
    Map<String, Object> body = body(failure.status(), ours ? "내부 서버 오류" : failure.message());
    if (ours) {
      body.put("code", "INTERNAL_SERVER_ERROR");
    } else if (failure.code() instanceof PeopleError error && error.status() == 401) {
      body.put("code", "AUTH_ERROR");
    }
    return body;
  }
}
