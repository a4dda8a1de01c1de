package dev.moim.chat.stomp;

import dev.moim.chat.ChatError;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.sockets.Refusal;
import dev.moim.shared.sockets.stomp.StompStyle;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors over STOMP are those of the document, with its statuses. */
public final class ChatStyle implements StompStyle {

  private static final int SERVER_ERROR = 500;

  @Override
  public Map<String, Object> error(Refusal refusal) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "status",
        switch (refusal.code()) {
          case ChatError error -> error.status();
          case PeopleError error -> error.status();
          default -> SERVER_ERROR;
        });
    body.put("message", refusal.message());
    return body;
  }
}
