package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Changes;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.SeatConnection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A seat as a list, {@code [connectionId, joinedAt, traits, name, device, dialect, lostAt,
 * platform, location, changes]}: names of attributes would cost more bytes than the values, and
 * every joiner pays for every seat. Each has its place whether it says something or not, so that
 * conditions may name it.
 */
final class SeatItem {

  static final int CONNECTION = 0;
  static final int JOINED_AT = 1;
  private static final int TRAITS = 2;
  private static final int NAME = 3;
  private static final int DEVICE = 4;
  static final int DIALECT = 5;
  static final int LOST_AT = 6; // 0 while connected
  static final int PLATFORM = 7;
  static final int LOCATION = 8;
  static final int CHANGES = 9; // what was changed -> epoch milliseconds, M

  private SeatItem() {}

  static AttributeValue write(Seat seat) {
    return AttributeValue.fromL(
        List.of(
            text(seat.connectionId()),
            number(seat.joinedAt()),
            text(letters(seat.traits())),
            text(seat.name()),
            text(seat.device()),
            text(seat.dialect()),
            number(seat.lostAt()),
            text(seat.viewer().platform()),
            text(seat.viewer().location()),
            changes(seat.changes())));
  }

  static Seat read(String userId, AttributeValue value) {
    List<AttributeValue> list = value.l();
    return new Seat(
        userId,
        connection(list),
        list.get(NAME).s(),
        Long.parseLong(list.get(JOINED_AT).n()),
        list.get(DEVICE).s(),
        traits(list.get(TRAITS).s()),
        changes(list));
  }

  private static AttributeValue changes(Changes changes) {
    Map<String, AttributeValue> at = new HashMap<>();
    changes.at().forEach((what, millis) -> at.put(what, number(millis)));
    return AttributeValue.fromM(at);
  }

  /** Seats of before there were any have none. */
  private static Changes changes(List<AttributeValue> list) {
    Map<String, Long> at = new HashMap<>();
    if (list.size() > CHANGES) {
      list.get(CHANGES).m().forEach((what, millis) -> at.put(what, Long.valueOf(millis.n())));
    }
    return new Changes(at);
  }

  private static SeatConnection connection(List<AttributeValue> list) {
    return new SeatConnection(
        list.get(CONNECTION).s(),
        Long.parseLong(list.get(LOST_AT).n()),
        list.get(DIALECT).s(),
        new Viewer(list.get(PLATFORM).s(), list.get(LOCATION).s()));
  }

  private static String letters(Set<Trait> traits) {
    StringBuilder letters = new StringBuilder();
    for (Trait trait : Trait.values()) {
      if (traits.contains(trait)) {
        letters.append(trait.letter());
      }
    }
    return letters.toString();
  }

  private static Set<Trait> traits(String letters) {
    EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Trait trait : Trait.values()) {
      if (letters.indexOf(trait.letter()) >= 0) {
        traits.add(trait);
      }
    }
    return traits;
  }
}
