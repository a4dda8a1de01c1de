package dev.moim.meetings.form;

import dev.moim.shared.kernel.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody filled in, and remembers everything that is wrong with it, so that they are
 * told all of it at once. Read every field, then {@link #check}.
 */
public final class Form {

  private static final String MISSING = "필수 입력 값입니다.";

  /** Of a value that is shown to whoever sent it. */
  private static final int MAX_SHOWN = 100;

  private final Fields fields;
  private final List<Fault> faults = new ArrayList<>();

  public Form(Fields fields) {
    this.fields = fields;
  }

  /**
   * How a kind of value is written.
   *
   * @param parse gives nothing for what is not of this kind
   * @param rule says how it has to be
   */
  public record Kind<T>(Function<Object, Optional<T>> parse, String rule) {

    /** A text, without white space around it. */
    public static Kind<String> text(int min, int max, String rule) {
      return new Kind<>(
          value ->
              value instanceof String text
                  ? Optional.of(text.strip()).filter(it -> isBetween(min, it, max))
                  : Optional.empty(),
          rule);
    }

    private static boolean isBetween(int min, String text, int max) {
      int length = text.codePointCount(0, text.length());
      return length >= min && length <= max;
    }

    /** A whole number, or a text of one. */
    public static Kind<Long> whole(long min, long max, String rule) {
      return new Kind<>(
          value ->
              Form.number(value)
                  .filter(number -> number.stripTrailingZeros().scale() <= 0)
                  .filter(number -> isBetween(min, number, max))
                  .map(BigDecimal::longValue),
          rule);
    }

    /** A number, or a text of one. */
    public static Kind<Double> decimal(long min, long max, String rule) {
      return new Kind<>(
          value ->
              Form.number(value)
                  .filter(number -> isBetween(min, number, max))
                  .map(BigDecimal::doubleValue),
          rule);
    }

    private static boolean isBetween(long min, BigDecimal number, long max) {
      return number.compareTo(BigDecimal.valueOf(min)) >= 0
          && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }
  }

  /** Longer ones than any double, and exponents that take a computer's memory, are none. */
  private static Optional<BigDecimal> number(Object value) {
    String text = value instanceof Number || value instanceof String ? value.toString() : "";
    if (text.isEmpty() || text.length() > 40) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text.strip());
      return Math.abs((long) number.precision() - number.scale()) > 400
          ? Optional.empty()
          : Optional.of(number);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  public <T> Optional<T> required(String field, Kind<T> kind) {
    return required(field, field, kind);
  }

  /**
   * @param other a second name of the same field, which the document has
   */
  public <T> Optional<T> required(String field, String other, Kind<T> kind) {
    if (isAbsent(field) && isAbsent(other)) {
      faults.add(new Fault(field, MISSING, shown(fields.raw(field))));
      return Optional.empty();
    }
    return optional(isAbsent(field) ? other : field, kind);
  }

  /** An empty text counts as none, as forms send it, and so does what some send as a text. */
  public <T> Optional<T> optional(String field, Kind<T> kind) {
    if (isAbsent(field)) {
      return Optional.empty();
    }
    Object value = Objects.requireNonNull(fields.raw(field));
    Optional<T> read = kind.parse().apply(value);
    if (read.isEmpty()) {
      fault(field, kind.rule());
    }
    return read;
  }

  public boolean isAbsent(String field) {
    Object value = fields.raw(field);
    return value == null || value.equals("") || value.equals("null");
  }

  /** Says what is wrong with a field that was read. */
  public void fault(String field, String rule) {
    faults.add(new Fault(field, rule, shown(fields.raw(field))));
  }

  private static @Nullable Object shown(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Integer || value instanceof Long) {
      return value;
    }
    String text = String.valueOf(value);
    if (text.length() <= MAX_SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
    return text.substring(0, end);
  }

  /**
   * @throws InvalidForm if anything was wrong
   */
  public void check() {
    if (!faults.isEmpty()) {
      throw new InvalidForm(faults);
    }
  }
}
