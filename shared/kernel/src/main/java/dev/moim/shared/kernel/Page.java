package dev.moim.shared.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Part of a list.
 *
 * @param next says where the list goes on; opaque to clients, and absent at its end
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }
}
