package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room.Members;
import dev.moim.shared.rooms.Room.Option;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A room about to be made: without a title, for one member, open until somebody ends it. */
public final class RoomBuilder {

  private final RoomKey key;
  private final long createdAt;
  private final Set<Option> options = EnumSet.noneOf(Option.class);
  private String title = "";
  private String description = "";
  private int capacity = 1;
  private boolean media;
  private String createdBy = "";
  private Members members = new Members(Map.of(), Optional.empty(), Set.of(), Permits.NONE);

  RoomBuilder(RoomKey key, long createdAt) {
    this.key = key;
    this.createdAt = createdAt;
  }

  public RoomBuilder title(String value) {
    title = value;
    return this;
  }

  public RoomBuilder description(String value) {
    description = value;
    return this;
  }

  public RoomBuilder capacity(int value) {
    capacity = value;
    return this;
  }

  public RoomBuilder media(boolean value) {
    media = value;
    return this;
  }

  public RoomBuilder createdBy(String userId) {
    createdBy = userId;
    return this;
  }

  /** Names the host; without, it is whoever has been there longest. */
  public RoomBuilder host(String userId) {
    members = new Members(members.seats(), Optional.of(userId), members.kicked(), Permits.NONE);
    return this;
  }

  /** Its first seat, taken by making it. */
  public RoomBuilder seat(Seat seat) {
    members =
        new Members(Map.of(seat.userId(), seat), members.host(), members.kicked(), Permits.NONE);
    return this;
  }

  public RoomBuilder option(Option option, boolean chosen) {
    if (chosen) {
      options.add(option);
    } else {
      options.remove(option);
    }
    return this;
  }

  public Room build() {
    RoomFacts facts = new RoomFacts(key, title, capacity, media, createdBy, createdAt, description);
    return new Room(facts, options, members, Optional.empty(), Map.of(), 0);
  }
}
