package dev.moim.shared.kernel;

/**
 * A field of a request is missing or not what its document says. Mapped per family, like an {@link
 * ErrorCode}.
 */
public final class FieldException extends RuntimeException {

  /**
   * What is wrong: families answer the two differently (eventOp 421 and 422, HTTP 400 for both).
   */
  public enum Problem {
    MISSING,
    INVALID
  }

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String field;
  private final String message;

  private FieldException(Problem problem, String field, String message) {
    super(message, null, false, false);
    this.problem = problem;
    this.field = field;
    this.message = message;
  }

  /** Never null, unlike other exceptions': it is part of the answer. */
  @Override
  public String getMessage() {
    return message;
  }

  public static FieldException missing(String field) {
    return new FieldException(Problem.MISSING, field, field + " is required");
  }

  /**
   * @param expected completes the sentence "name must be …"
   */
  public static FieldException invalid(String field, String expected) {
    return new FieldException(Problem.INVALID, field, field + " must be " + expected);
  }

  public Problem problem() {
    return problem;
  }

  public String field() {
    return field;
  }
}
