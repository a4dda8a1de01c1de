package dev.moim.chat.subscription;

import dev.moim.chat.subscription.Topic.OfRoom;

/** Ends all subscriptions to a room that is gone. */
public final class CloseRoom {

  private final Subscriptions subscriptions;

  public CloseRoom(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  public void run(long roomId) {
    subscriptions.removeAll(subscriptions.of(new OfRoom(roomId)));
  }
}
