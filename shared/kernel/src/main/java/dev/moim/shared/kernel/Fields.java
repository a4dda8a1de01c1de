package dev.moim.shared.kernel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as a client sent it, read field by field. Each reader either returns a value of the
 * documented type or throws {@link FieldException}; JSON {@code null} counts as absent.
 *
 * <p>Values are plain Java: {@code String, Boolean, BigDecimal} or an integer type, {@code List}
 * and {@code Map}. So use cases read requests without knowing a JSON library.
 */
public record Fields(Map<String, @Nullable Object> values) {

  /** The longest text a field may have unless its reader says otherwise, in UTF-16 units. */
  public static final int MAX_TEXT = 4_096;

  public @Nullable Object raw(String field) {
    return values.get(field);
  }

  /** What is there, which may be null. */
  public @Nullable Object present(String field) {
    if (!values.containsKey(field)) {
      throw FieldException.missing(field);
    }
    return values.get(field);
  }

  public Object requiredRaw(String field) {
    Object value = values.get(field);
    if (value == null) {
      throw FieldException.missing(field);
    }
    return value;
  }

  /**
   * A non-empty text. An empty one counts as missing: the documents' samples use "" for "not
   * given".
   */
  public String text(String field) {
    return optionalText(field).orElseThrow(() -> FieldException.missing(field));
  }

  public String text(String field, int maxLength) {
    return optionalText(field, maxLength).orElseThrow(() -> FieldException.missing(field));
  }

  public Optional<String> optionalText(String field) {
    return optionalText(field, MAX_TEXT);
  }

  public Optional<String> optionalText(String field, int maxLength) {
    Object value = values.get(field);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      throw FieldException.invalid(field, "a text");
    }
    if (text.length() > maxLength) {
      throw FieldException.invalid(field, "at most " + maxLength + " characters long");
    }
    return Optional.of(text);
  }

  /** A whole number; numeric texts are accepted, since form-driven clients send them. */
  public Optional<Integer> optionalInt(String field, int min, int max) {
    Object value = values.get(field);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    try {
      int number = new BigDecimal(String.valueOf(value)).intValueExact();
      if (number >= min && number <= max) {
        return Optional.of(number);
      }
    } catch (ArithmeticException | NumberFormatException notWhole) {
      // Falls through to the one answer for everything that is no number in range.
    }
    throw FieldException.invalid(field, "a whole number from " + min + " to " + max);
  }

  /**
   * {@code true} and {@code "true"}, {@code false}, {@code "false"} and {@code ""}; absent is
   * missing.
   */
  public boolean flag(String field) {
    if (values.get(field) == null) {
      throw FieldException.missing(field);
    }
    return optionalFlag(field).orElse(false);
  }

  public Optional<Boolean> optionalFlag(String field) {
    Object value = values.get(field);
    return switch (value) {
      case null -> Optional.empty();
      case Boolean flag -> Optional.of(flag);
      case String text when text.equals("true") -> Optional.of(true);
      case String text when text.equals("false") || text.isEmpty() -> Optional.of(false);
      default -> throw FieldException.invalid(field, "true or false");
    };
  }

  /** A list of texts, none of them empty. */
  public List<String> texts(String field, int maxSize) {
    Object value = requiredRaw(field);
    if (!(value instanceof List<?> list) || list.size() > maxSize) {
      throw FieldException.invalid(field, "a list of at most " + maxSize + " texts");
    }
    return list.stream().map(item -> textIn(field, item)).toList();
  }

  /** The names only: clients send their keys in fields, and records end up in logs. */
  @Override
  public String toString() {
    return "Fields" + values.keySet();
  }

  private static String textIn(String field, @Nullable Object item) {
    if (item instanceof String text && !text.isEmpty() && text.length() <= MAX_TEXT) {
      return text;
    }
    throw FieldException.invalid(field, "a list of texts");
  }
}
