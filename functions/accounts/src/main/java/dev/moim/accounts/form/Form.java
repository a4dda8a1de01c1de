package dev.moim.accounts.form;

import dev.moim.shared.kernel.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what somebody filled in, and remembers everything that is wrong with it, so that they are
 * told all of it at once. Read every field, then {@link #check}.
 */
public final class Form {

  private static final String MISSING = "필수 입력 값입니다.";

  private final Fields fields;
  private final List<Fault> faults = new ArrayList<>();

  public Form(Fields fields) {
    this.fields = fields;
  }

  /**
   * How a kind of text is written.
   *
   * @param parse gives nothing for a text that is not of this kind
   * @param rule says how it has to be
   */
  public record Kind<T>(Function<String, Optional<T>> parse, String rule) {}

  public <T> Optional<T> required(String field, Kind<T> kind) {
    return required(field, field, kind);
  }

  /**
   * @param other a second name of the same field, which some clients use
   */
  public <T> Optional<T> required(String field, String other, Kind<T> kind) {
    if (isAbsent(field) && isAbsent(other)) {
      faults.add(new Fault(field, MISSING));
      return Optional.empty();
    }
    return optional(field, other, kind);
  }

  public <T> Optional<T> optional(String field, Kind<T> kind) {
    return optional(field, field, kind);
  }

  /** An empty text counts as none, as forms send it. */
  public <T> Optional<T> optional(String field, String other, Kind<T> kind) {
    if (isAbsent(field) && isAbsent(other)) {
      return Optional.empty();
    }
    Object value = isAbsent(field) ? fields.raw(other) : fields.raw(field);
    Optional<T> read = value instanceof String text ? kind.parse().apply(text) : Optional.empty();
    if (read.isEmpty()) {
      faults.add(new Fault(field, kind.rule()));
    }
    return read;
  }

  private boolean isAbsent(String field) {
    return Objects.requireNonNullElse(fields.raw(field), "").equals("");
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
