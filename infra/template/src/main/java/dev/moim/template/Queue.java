package dev.moim.template;

import java.time.Duration;
import java.util.Optional;

/** An SQS queue. */
public record Queue(
    String name,
    Duration delay,
    Duration visibilityTimeout,
    Duration retention,
    Optional<Redrive> redrive) {

  /** Where messages go that were received too often. */
  public record Redrive(String deadLetterQueue, int maxReceives) {}
}
