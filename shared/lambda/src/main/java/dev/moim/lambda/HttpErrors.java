package dev.moim.lambda;

import dev.moim.kernel.ErrorCode;
import java.util.Map;

/** How a family tells its clients that something went wrong. */
public interface HttpErrors {

  int status(ErrorCode code);

  /**
   * The JSON of an error.
   *
   * @param message never holds more than the client may know
   */
  Map<String, ?> body(int status, String message);
}
