package dev.moim.shared.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.moim.shared.kernel.MalformedException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as trees of plain Java values: {@code null, Boolean, String}, a {@code Number},
 * {@code List} and {@code Map} with its fields in the order of the text.
 *
 * <p>Numbers keep the value that was written: {@code Integer, Long} or {@code BigInteger} when they
 * are written as integers, {@code BigDecimal} otherwise.
 */
public final class Json {

  /** Arrays and objects may hold each other this deep. */
  public static final int MAX_DEPTH = 64;

  // Names come from clients: a symbol table would keep them, and could be made to collide.
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private Json() {}

  /**
   * @throws MalformedException if the text is not exactly one JSON value, an object names a field
   *     twice, the value is nested deeper than {@link #MAX_DEPTH}, or a number has over 1,000
   *     digits
   */
  public static @Nullable Object read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new TreeReader(parser).document();
    } catch (StreamConstraintsException tooLong) {
      throw new MalformedException("a number, name or text is too long");
    } catch (JsonProcessingException broken) {
      throw new MalformedException("not valid JSON" + place(broken));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * @throws MalformedException as {@link #read}, and if the value is not an object
   */
  public static Map<String, @Nullable Object> readObject(String text) {
    return asObject(read(text));
  }

  /**
   * A value of a tree, as the object it has to be.
   *
   * @throws MalformedException if it is none
   */
  @SuppressWarnings("unchecked") // every Map of a tree has String keys
  public static Map<String, @Nullable Object> asObject(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return (Map<String, @Nullable Object>) object;
    }
    throw new MalformedException("not a JSON object");
  }

  /**
   * Writes a tree without white space. Unpaired surrogates are escaped, so the text survives UTF-8.
   *
   * @throws IllegalArgumentException if the tree holds anything but the values {@link #read} makes
   *     and finite {@code Double}s, or is nested without end: a defect of the caller
   */
  public static String write(@Nullable Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      new TreeWriter(generator).write(tree);
    } catch (IOException tooDeep) {
      throw new IllegalArgumentException("cannot be written as JSON", tooDeep);
    }
    return Surrogates.escapeUnpaired(text.toString());
  }

  private static String place(JsonProcessingException broken) {
    return broken.getLocation() == null
        ? ""
        : " at line %d, column %d"
            .formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
  }
}
