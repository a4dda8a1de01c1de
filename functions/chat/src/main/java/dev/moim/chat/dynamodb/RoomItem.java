package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.texts;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;

import dev.moim.chat.dynamodb.Keys.Sitting;
import dev.moim.chat.room.Room;
import dev.moim.chat.room.Seat;
import dev.moim.chat.room.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A room, its tally and seats in it as items: what each message changes is small. */
final class RoomItem {

  static final String TITLE = "title"; // S
  static final String PICTURE = "picture"; // S, absent for none
  static final String HOST = "host"; // N, absent for a closed room
  static final String READERS = "readers"; // ids of who takes part, SS

  static final String TOTAL = "total"; // of a tally, N
  static final String LAST = "last"; // of a tally, S
  static final String LAST_ID = "lastId"; // of a tally, S

  static final String SINCE = "since"; // of a seat, and a room made again, epoch ms, N
  static final String OWN = "own"; // of a seat, N
  static final String READ = "read"; // of a seat, N, absent for somebody who never looked

  static final String OUT = "out"; // of a seat, BOOL, absent for somebody who takes part

  private RoomItem() {}

  static Map<String, AttributeValue> write(Room room) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.room(room.id()));
    item.put(TITLE, text(room.title()));
    item.put(HOST, number(room.hostId()));
    item.put(READERS, texts(room.readerIds().stream().map(String::valueOf).toList()));
    if (room.picture() != null) {
      item.put(PICTURE, text(room.picture()));
    }
    return item;
  }

  /** Empty for a closed one. */
  static Optional<Room> find(Map<String, AttributeValue> item) {
    return item.containsKey(HOST) ? Optional.of(room(item)) : Optional.empty();
  }

  private static Room room(Map<String, AttributeValue> item) {
    List<Long> readers =
        item.containsKey(READERS)
            ? textsOf(item, READERS).stream().map(Long::valueOf).toList()
            : List.of();
    return new Room(
        Long.parseLong(textOf(item, Keys.ID).substring(Keys.SEAT.length())),
        textOf(item, TITLE),
        optionalText(item, PICTURE).orElse(null),
        numberOf(item, HOST),
        readers,
        Instant.ofEpochMilli(numberOf(item, SINCE)));
  }

  /** In the place of somebody's seat, until their meeting has let them go. */
  static Map<String, AttributeValue> empty(Sitting sitting) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.seat(sitting));
    item.put(OUT, flag(true));
    return item;
  }

  static Tally tally(Map<String, AttributeValue> item) {
    return new Tally(
        numberOf(item, TOTAL),
        optionalText(item, LAST).orElse(""),
        optionalText(item, LAST_ID).orElse(""));
  }

  static Seat seat(Map<String, AttributeValue> item) {
    return new Seat(
        Instant.ofEpochMilli(numberOf(item, SINCE)),
        numberOf(item, OWN),
        item.containsKey(READ) ? OptionalLong.of(numberOf(item, READ)) : OptionalLong.empty(),
        flagOf(item, OUT));
  }
}
