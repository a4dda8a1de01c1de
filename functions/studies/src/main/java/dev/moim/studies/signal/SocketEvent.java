package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;

/** One event that clients send. */
@FunctionalInterface
public interface SocketEvent {

  /**
   * @param connectionId the sender's: the only thing about it that needs no proof
   * @param data the event's one argument
   * @throws dev.moim.shared.kernel.DomainException if it is refused; then nothing has changed
   * @throws dev.moim.shared.kernel.FieldException if the argument lacks something
   */
  Outcome receive(String connectionId, Fields data);
}
