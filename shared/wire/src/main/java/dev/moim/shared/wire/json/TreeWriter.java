package dev.moim.shared.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one tree to a generator. */
final class TreeWriter {

  private final JsonGenerator generator;

  TreeWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  void write(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> generator.writeNull();
      case String text -> generator.writeString(text);
      case Boolean flag -> generator.writeBoolean(flag);
      case Number number -> write(number);
      case Map<?, ?> object -> write(object);
      case Collection<?> items -> write(items);
      default -> throw new IllegalArgumentException("no JSON value: " + value.getClass().getName());
    }
  }

  private void write(Number number) throws IOException {
    switch (number) {
      case Integer whole -> generator.writeNumber(whole);
      case Long whole -> generator.writeNumber(whole);
      case BigInteger whole -> generator.writeNumber(whole);
      case BigDecimal decimal -> generator.writeNumber(decimal);
      case Double real when Double.isFinite(real) -> generator.writeNumber(real);
      default ->
          throw new IllegalArgumentException("no JSON number: " + number.getClass().getName());
    }
  }

  private void write(Map<?, ?> object) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<?, ?> field : object.entrySet()) {
      if (!(field.getKey() instanceof String name)) {
        throw new IllegalArgumentException("a field's name must be a text");
      }
      generator.writeFieldName(name);
      write(field.getValue());
    }
    generator.writeEndObject();
  }

  private void write(Collection<?> items) throws IOException {
    generator.writeStartArray();
    for (Object item : items) {
      write(item);
    }
    generator.writeEndArray();
  }
}
