package dev.moim.local.function;

/** How an invocation ended. */
public sealed interface Outcome {

  /** The function's answer, as JSON. */
  record Answer(String json) implements Outcome {}

  /** The function threw, or ran out of time. */
  record Failure(String type, String message) implements Outcome {}
}
