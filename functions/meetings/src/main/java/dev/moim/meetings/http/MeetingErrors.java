package dev.moim.meetings.http;

import dev.moim.meetings.MeetingError;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpErrors;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.uploads.UploadError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors as {@code {status, message}}, with a code where the document names one. */
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

  static Map<String, Object> body(MeetingError error) {
    return body(error.status(), error.message());
  }

  private static Map<String, Object> body(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("message", message);
    return body;
  }

  @Override
  public Map<String, ?> body(Failure failure) {
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
