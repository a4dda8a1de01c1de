package dev.moim.chat.dynamodb;

import dev.moim.chat.dynamodb.Keys.Sitting;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Rooms.Visit;
import dev.moim.chat.room.Seat;
import dev.moim.chat.room.Tally;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.MemberItem;
import dev.moim.shared.people.dynamodb.PersonItem;

/** Reads what requests about a room have to know, from three tables at once. */
record Visits(ChatTables tables) {

  /** Adds it to what is read. */
  Batch addTo(Batch batch, Asked asked) {
    return batch
        .add(tables.accounts(), PersonItem.key(asked.callerId()))
        .add(tables.groups(), MemberItem.key(member(asked)))
        .add(tables.chats(), Keys.room(asked.roomId()))
        .add(tables.chats(), Keys.tally(asked.roomId()))
        .add(tables.chats(), Keys.seat(sitting(asked)));
  }

  Visit find(Batch.Found found, Asked asked) {
    String chats = tables.chats();
    return new Visit(
        found.of(tables.accounts()).stream().findFirst().flatMap(PersonItem::read),
        found.of(tables.groups()).stream().findFirst().flatMap(MemberItem::find),
        found.find(chats, Keys.room(asked.roomId())).flatMap(RoomItem::find),
        found.find(chats, Keys.tally(asked.roomId())).map(RoomItem::tally).orElse(Tally.NONE),
        found.find(chats, Keys.seat(sitting(asked))).map(RoomItem::seat).orElse(Seat.NEVER));
  }

  static MemberKey member(Asked asked) {
    return new MemberKey(Long.toString(asked.roomId()), Long.toString(asked.callerId()));
  }

  static Sitting sitting(Asked asked) {
    return new Sitting(asked.callerId(), asked.roomId());
  }
}
