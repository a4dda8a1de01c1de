package dev.moim.rooms.http;

import dev.moim.rooms.RoomError;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpErrors;
import dev.moim.shared.media.MediaError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Errors as {@code {statusCode, message}}. The document's texts begin with what was being done,
 * except for those that say nothing about the request.
 *
 * @param doing "Failed to join room: ", for instance; "" for nothing
 */
record RoomErrors(String doing) implements HttpErrors {

  @Override
  public int status(ErrorCode code) {
    return switch (code) {
      case RoomError error -> status(error);
      case MediaError _ -> 503;
      default -> 500;
    };
  }

  private static int status(RoomError error) {
    return switch (error) {
      case IDENTITY_REQUIRED -> 400;
      case UNAUTHORIZED -> 401;
      case ROOM_LIMIT, LICENSE_DISABLED, KICKED, NOT_CREATOR, ROOM_LOCKED -> 403;
      case ROOM_NOT_FOUND -> 404;
      case ROOM_FULL, ROOM_OCCUPIED, SEAT_TAKEN -> 409;
      case TOO_MANY_REQUESTS -> 429;
    };
  }

  @Override
  public Map<String, ?> body(Failure failure) {
    boolean plain = failure.status() == 401 || failure.status() == 500;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("statusCode", failure.status());
    body.put("message", plain ? failure.message() : doing + failure.message());
    return body;
  }
}
