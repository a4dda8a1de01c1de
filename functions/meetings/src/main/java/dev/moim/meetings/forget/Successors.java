package dev.moim.meetings.forget;

import dev.moim.shared.kernel.DomainEvent;

/** Whoever forgets somebody after this family: the stream of accounts has no place for more. */
public interface Successors {

  /** Lets them know by this family's own stream. Twice does no harm. */
  void tell(DomainEvent gone);
}
