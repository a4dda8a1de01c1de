package dev.moim.shared.lambda;

import dev.moim.shared.kernel.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a family tells its clients that something went wrong. */
public interface HttpErrors {

  /**
   * What went wrong.
   *
   * @param code the family's own, or an {@link HttpError}
   * @param message never holds more than the client may know
   * @param field which field of the request is to blame, if one is
   */
  record Failure(int status, ErrorCode code, String message, @Nullable String field) {}

  int status(ErrorCode code);

  /** The JSON of an error. */
  Map<String, ?> body(Failure failure);
}
