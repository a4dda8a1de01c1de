package dev.moim.calls;

import dev.moim.kernel.Fields;

/** One {@code eventOp}: what a client asks for over its socket. */
@FunctionalInterface
public interface Operation {

  /**
   * Carries the operation out.
   *
   * @throws dev.moim.kernel.DomainException with a {@link CallError} if it is refused
   * @throws dev.moim.kernel.FieldException if a field is missing or invalid
   */
  Outcome run(Sender sender, Fields request);
}
