package dev.moim.shared.wire.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.moim.shared.kernel.MalformedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a parser's tokens into one tree. */
final class TreeReader {

  private final JsonParser parser;

  TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The one value of the text, with nothing behind it. */
  @Nullable Object document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new MalformedException("empty text");
    }
    Object value = value(first, 0);
    if (parser.nextToken() != null) {
      throw new MalformedException("more than one JSON value");
    }
    return value;
  }

  /**
   * @param depth how many arrays and objects enclose the value
   */
  private @Nullable Object value(JsonToken token, int depth) throws IOException {
    if (token.isStructStart() && depth == Json.MAX_DEPTH) {
      throw new MalformedException("nested deeper than " + Json.MAX_DEPTH);
    }
    return switch (token) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> array(depth + 1);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new MalformedException("not valid JSON");
    };
  }

  private Map<String, @Nullable Object> object(int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (fields.containsKey(name)) {
        throw new MalformedException("a field occurs twice");
      }
      // The parser refuses an escaped half itself; so no tree has a name it could not read back.
      if (Surrogates.unpairedIn(name)) {
        throw new MalformedException("a field's name holds half a character");
      }
      fields.put(name, value(parser.nextToken(), depth));
    }
    return fields;
  }

  private List<@Nullable Object> array(int depth) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token, depth));
    }
    return items;
  }

  private BigDecimal decimal() throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (ArithmeticException | NumberFormatException exponentTooLarge) {
      throw new MalformedException("number out of range");
    }
  }
}
