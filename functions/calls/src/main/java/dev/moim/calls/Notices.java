package dev.moim.calls;

import dev.moim.calls.connection.Outbox;
import dev.moim.calls.connection.Outbox.Message;
import dev.moim.calls.connection.Outbox.Recipient;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.wire.json.Json;
import java.util.List;
import java.util.stream.Stream;

/** Sends notices to the sockets of those they are for. */
public final class Notices {

  private final Outbox outbox;

  public Notices(Outbox outbox) {
    this.outbox = outbox;
  }

  public void send(List<Notice> notices) {
    outbox.send(notices.stream().flatMap(Notices::messages).toList());
  }

  /**
   * Each notice is written as JSON once, however many are told. Members who came with a media token
   * only have no socket to be told on.
   */
  private static Stream<Message> messages(Notice notice) {
    String payload = Json.write(notice.frame());
    return notice.to().stream()
        .filter(Seat::hasSocket)
        .map(seat -> new Message(recipient(notice.tenant(), seat), payload));
  }

  private static Recipient recipient(String tenant, Seat seat) {
    return new Recipient(
        new Owner(tenant, seat.userId()), seat.connectionId(), seat.dialect(), seat.lost());
  }
}
