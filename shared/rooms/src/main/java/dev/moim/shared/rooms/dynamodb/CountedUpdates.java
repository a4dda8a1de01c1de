package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;

import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Changes;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Has each change of a room counted in the seat of whoever asks for it, by the update that makes
 * it: for no request more, unless two changes of one member meet.
 */
record CountedUpdates(DynamoDbClient dynamo) {

  private static final int ATTEMPTS = 20;

  /**
   * @param update made anew for each attempt
   * @return the room afterwards
   * @throws ConditionalCheckFailedException if a condition of the update failed
   * @throws dev.moim.shared.kernel.DomainException if the member has to wait
   */
  Room apply(Room seen, Ask ask, Supplier<Update> update) {
    Room latest = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Update counted = update.get();
      latest.seat(ask.userId()).ifPresent(seat -> count(counted, ask, seat));
      try {
        return RoomItem.read(dynamo.updateItem(counted.request()).attributes());
      } catch (ConditionalCheckFailedException refused) {
        Room now = RoomItem.find(refused).orElse(latest);
        if (used(now, ask).equals(used(latest, ask))) {
          throw refused;
        }
        latest = now;
      }
      Contention.pause(attempt);
    }
    throw new IllegalStateException("the member never stops asking");
  }

  private static void count(Update update, Ask ask, Seat seat) {
    Path usedUp = RoomTable.seat(seat.userId()).at(SeatItem.CHANGES).entry(Changes.USED_UP);
    long before = usedUp(seat);
    update
        .set(usedUp, number(usedUp(ask.counted(seat))))
        .onlyIf(RoomTable.seat(seat.userId()).exists())
        .onlyIf(before == 0 ? usedUp.missing() : usedUp.equalTo(number(before)));
  }

  /** Empty for somebody who has no seat. */
  private static Optional<Long> used(Room room, Ask ask) {
    return room.seat(ask.userId()).map(CountedUpdates::usedUp);
  }

  private static long usedUp(Seat seat) {
    return seat.changes().at().getOrDefault(Changes.USED_UP, 0L);
  }
}
