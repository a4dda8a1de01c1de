package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Fields;

/** One thing clients may ask for over a socket. */
@FunctionalInterface
public interface Operation {

  /**
   * Asked once a frame, before anything else: whether its sender may have this done so soon again.
   *
   * @return false to drop the frame without a word
   * @throws dev.moim.shared.kernel.DomainException if its sender is to hear that it was too much
   */
  default boolean admits(Sender sender) {
    return true;
  }

  /**
   * Carries it out. It may be tried again when it is refused, so a refusal has changed nothing.
   *
   * @throws dev.moim.shared.kernel.DomainException if it is refused
   * @throws dev.moim.shared.kernel.FieldException if a field is missing or invalid
   */
  Outcome run(Sender sender, Fields fields);
}
