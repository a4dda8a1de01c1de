package dev.moim.calls;

import dev.moim.shared.kernel.Fields;

/** One {@code eventOp}: what a client asks for over its socket. */
@FunctionalInterface
public interface Operation {

  /**
   * Carries the operation out.
   *
   * @throws dev.moim.shared.kernel.DomainException with a {@link CallError} if it is refused
   * @throws dev.moim.shared.kernel.FieldException if a field is missing or invalid
   */
  Outcome run(Sender sender, Fields request);
}
