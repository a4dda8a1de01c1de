package dev.moim.shared.sockets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the server says, before it is put into anybody's dialect.
 *
 * @param name of the event or operation
 * @param fields in the order they are written in
 */
public record Message(String name, Map<String, @Nullable Object> fields) {

  public Message {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** One without fields, to which {@link #with} adds them. */
  public static Message of(String name) {
    return new Message(name, Map.of());
  }

  /** One with these fields, of which some may be null. */
  public static Message of(String name, Map<String, ? extends @Nullable Object> fields) {
    return new Message(name, new LinkedHashMap<>(fields));
  }

  /** The same with a field more, or another value of it. */
  public Message with(String field, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Message(name, more);
  }
}
