package dev.moim.shared.people.form;

import dev.moim.shared.kernel.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final Set<Object> absent;
  private final List<Fault> faults = new ArrayList<>();

  /** Of a form an empty text counts as none, as pages send it. */
  public Form(Fields fields) {
    this(fields, Set.of(""));
  }

  private Form(Fields fields, Set<Object> absent) {
    this.fields = fields;
    this.absent = absent;
  }

  /** Of a query {@code null} does too: so pages write what they do not have into an address. */
  public static Form query(Fields parameters) {
    return new Form(parameters, Set.of("", "null"));
  }

  /**
   * How a kind of value is written.
   *
   * @param parse gives nothing for what is not of this kind
   * @param rule says how it has to be
   */
  public record Kind<T>(Function<Object, Optional<T>> parse, String rule) {

    /**
     * A text of a form of its own.
     *
     * @param parse gives nothing for a text that is not of this kind
     */
    public static <T> Kind<T> of(Function<String, Optional<T>> parse, String rule) {
      return new Kind<>(
          value -> value instanceof String text ? parse.apply(text) : Optional.empty(), rule);
    }

    /** A text, without white space around it. */
    public static Kind<String> text(int min, int max, String rule) {
      return of(text -> Optional.of(text.strip()).filter(it -> isBetween(min, it, max)), rule);
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
   * @param other a second name of the same field, which the document or some clients use
   */
  public <T> Optional<T> required(String field, String other, Kind<T> kind) {
    if (isAbsent(field) && isAbsent(other)) {
      fault(field, MISSING);
      return Optional.empty();
    }
    return optional(field, other, kind);
  }

  public <T> Optional<T> optional(String field, Kind<T> kind) {
    return optional(field, field, kind);
  }

  public <T> Optional<T> optional(String field, String other, Kind<T> kind) {
    Object value = isAbsent(field) ? fields.raw(other) : fields.raw(field);
    if (value == null || absent.contains(value)) {
      return Optional.empty();
    }
    Optional<T> read = kind.parse().apply(value);
    if (read.isEmpty()) {
      faults.add(new Fault(field, kind.rule(), shown(value)));
    }
    return read;
  }

  public boolean isAbsent(String field) {
    Object value = fields.raw(field);
    return value == null || absent.contains(value);
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
