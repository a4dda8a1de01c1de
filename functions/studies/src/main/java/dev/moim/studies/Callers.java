package dev.moim.studies;

import dev.moim.shared.lambda.HttpRequest;
import java.util.Optional;

/** Finds out who sends a request. */
@FunctionalInterface
public interface Callers {

  /** Nobody if the request proves nothing, or what it shows has ended or is forged. */
  Optional<User> find(HttpRequest request);
}
