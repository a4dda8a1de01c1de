package dev.moim.chat.http;

import dev.moim.chat.message.MessageIds;
import dev.moim.chat.message.Messages.Window;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import java.util.Optional;

/**
 * Which part of a history a request asks for.
 *
 * @param window empty for the end of it
 */
record HistoryQuery(Optional<Window> window, int size) {

  private static final int DEFAULT_SIZE = 50;

  static HistoryQuery of(Fields query) {
    int size = query.optionalInt("pageSize", 1, Window.MAX_SIZE).orElse(DEFAULT_SIZE);
    Optional<Window> before = id(query, "before").map(id -> new Window(id, true, size));
    Optional<Window> after = id(query, "after").map(id -> new Window(id, false, size));
    return new HistoryQuery(before.or(() -> after), size);
  }

  private static Optional<String> id(Fields query, String field) {
    Optional<String> id = query.optionalText(field);
    if (id.filter(text -> !MessageIds.isOne(text)).isPresent()) {
      throw FieldException.invalid(field, "the id of a message");
    }
    return id;
  }
}
