package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Fields;

/** One thing clients may ask for over a socket. */
@FunctionalInterface
public interface Operation {

  /**
   * Carries it out. It may be tried again when it is refused, so a refusal has changed nothing.
   *
   * @throws dev.moim.shared.kernel.DomainException if it is refused
   * @throws dev.moim.shared.kernel.FieldException if a field is missing or invalid
   */
  Outcome run(Sender sender, Fields fields);
}
