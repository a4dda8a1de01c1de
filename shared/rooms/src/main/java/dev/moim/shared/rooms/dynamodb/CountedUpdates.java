package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;

import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Changes;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import java.util.Map;
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
        Room now = refused.hasItem() ? RoomItem.read(refused.item()) : latest;
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
    update
        .set(usedUp, number(usedUp(ask.counted(seat)).orElseThrow()))
        .onlyIf(RoomTable.seat(seat.userId()).exists())
        .onlyIf(
            usedUp(seat).map(before -> usedUp.equalTo(number(before))).orElseGet(usedUp::missing));
  }

  private static Optional<Long> usedUp(Seat seat) {
    return Optional.ofNullable(seat.changes().at().get(Changes.USED_UP));
  }

  /** Empty for nobody there, so that a seat that was freed differs from one that was not used. */
  private static Map<String, Optional<Long>> used(Room room, Ask ask) {
    return room.seat(ask.userId())
        .map(seat -> Map.of(ask.userId(), usedUp(seat)))
        .orElse(Map.of());
  }
}
