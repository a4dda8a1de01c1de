package dev.moim.chat.http;

import dev.moim.chat.ChatError;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpErrors;
import dev.moim.shared.people.PeopleError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors as {@code {message}}, with a code where clients look for one. */
final class ChatErrors implements HttpErrors {

  private static final int BAD_REQUEST = 400;
  private static final int SERVER_ERROR = 500;

  @Override
  public int status(ErrorCode code) {
    return switch (code) {
      case ChatError error -> error.status();
      case PeopleError error -> error.status();
      default -> SERVER_ERROR;
    };
  }

  @Override
  public Map<String, ?> body(Failure failure) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "message",
        switch (failure.status()) {
          case BAD_REQUEST ->
              failure.code() instanceof ChatError error
                  ? error.message()
                  : ChatError.INVALID.message();
          case SERVER_ERROR -> ChatError.FAILED.message();
          default -> failure.message();
        });
    if (failure.code() instanceof PeopleError error && error.status() == 401) {
      body.put("code", "AUTH_ERROR");
    }
    return body;
  }
}
