package dev.moim.shared.people.form;

import java.util.List;

/** Some fields of a request are missing or not what they should be: all of them at once. */
public final class InvalidForm extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public InvalidForm(List<Fault> faults) {
    // An answer, not a defect: a stack trace would only cost time.
    super("invalid form", null, false, false);
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
