package dev.moim.studies.http;

import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpError;
import dev.moim.shared.lambda.HttpErrors;
import dev.moim.shared.media.MediaError;
import dev.moim.studies.StudyError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Errors as {@code {error, code, details}}; details name the field that is to blame.
 *
 * @param unknownSession the status of a session that does not exist: 400 where the body names it
 */
record StudyErrors(int unknownSession) implements HttpErrors {

  static final StudyErrors USUAL = new StudyErrors(404);

  @Override
  public int status(ErrorCode code) {
    return switch (code) {
      case StudyError error -> status(error);
      case MediaError _ -> 503;
      default -> 500;
    };
  }

  private int status(StudyError error) {
    return switch (error) {
      case AUTH_REQUIRED -> 401;
      case PERMISSION_DENIED, NOT_STUDY_MEMBER -> 403;
      case PARTICIPANT_NOT_FOUND -> 404;
      case SESSION_NOT_FOUND -> unknownSession;
      case SESSION_ENDED, INVALID_REQUEST, NOT_IN_ROOM, UNKNOWN_EVENT -> 400;
      case TOO_MANY -> 429;
      case SERVER_ERROR -> 500;
    };
  }

  @Override
  public Map<String, ?> body(Failure failure) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", failure.message());
    body.put("code", code(failure));
    if (failure.field() != null) {
      body.put("details", Map.of("field", failure.field()));
    }
    return body;
  }

  /** The document has two codes for everything else: our fault, or the client's. */
  private static String code(Failure failure) {
    return switch (failure.code()) {
      case StudyError error -> error.code();
      case HttpError.FOREIGN_ORIGIN -> StudyError.PERMISSION_DENIED.code();
      default ->
          failure.status() >= 500
              ? StudyError.SERVER_ERROR.code()
              : StudyError.INVALID_REQUEST.code();
    };
  }
}
