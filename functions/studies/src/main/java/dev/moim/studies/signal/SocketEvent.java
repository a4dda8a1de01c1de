package dev.moim.studies.signal;

import dev.moim.kernel.Fields;

/** One event that clients send. */
@FunctionalInterface
public interface SocketEvent {

  /**
   * @param connectionId the sender's: the only thing about it that needs no proof
   * @param data the event's one argument
   * @throws dev.moim.kernel.DomainException if it is refused; then nothing has changed
   * @throws dev.moim.kernel.FieldException if the argument lacks something
   */
  Outcome receive(String connectionId, Fields data);
}
