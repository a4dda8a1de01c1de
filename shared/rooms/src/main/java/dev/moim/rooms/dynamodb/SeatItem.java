package dev.moim.rooms.dynamodb;

import static dev.moim.dynamodb.Attributes.number;
import static dev.moim.dynamodb.Attributes.text;

import dev.moim.rooms.Seat;
import dev.moim.rooms.Seat.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A seat as a list, {@code [connectionId, joinedAt, traits, name, device, dialect, lostAt?]}: names
 * of attributes would cost more bytes than the values, and every joiner pays for every seat.
 */
final class SeatItem {

  static final int CONNECTION = 0;
  static final int JOINED_AT = 1;
  private static final int TRAITS = 2;
  private static final int NAME = 3;
  private static final int DEVICE = 4;
  static final int DIALECT = 5;
  static final int LOST_AT = 6;

  private SeatItem() {}

  static AttributeValue write(Seat seat) {
    List<AttributeValue> list = new ArrayList<>();
    list.add(text(seat.connectionId()));
    list.add(number(seat.joinedAt()));
    list.add(text(letters(seat.traits())));
    list.add(text(seat.name()));
    list.add(text(seat.device()));
    list.add(text(seat.dialect()));
    if (seat.lostAt() > 0) {
      list.add(number(seat.lostAt()));
    }
    return AttributeValue.fromL(list);
  }

  static Seat read(String userId, AttributeValue value) {
    List<AttributeValue> list = value.l();
    return new Seat(
        userId,
        list.get(CONNECTION).s(),
        Long.parseLong(list.get(JOINED_AT).n()),
        traits(list.get(TRAITS).s()),
        list.get(NAME).s(),
        list.get(DEVICE).s(),
        list.get(DIALECT).s(),
        list.size() > LOST_AT ? Long.parseLong(list.get(LOST_AT).n()) : 0);
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
