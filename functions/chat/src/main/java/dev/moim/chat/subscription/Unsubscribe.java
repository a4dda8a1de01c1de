package dev.moim.chat.subscription;

import dev.moim.chat.subscription.Subscriptions.Named;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;

/** A socket wants to hear no more. */
public final class Unsubscribe implements Operation {

  private final Subscriptions subscriptions;

  public Unsubscribe(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public Outcome run(Sender sender, Fields headers) {
    subscriptions.remove(new Named(sender.connectionId(), headers.text("writtenId")));
    return Outcome.silent();
  }
}
