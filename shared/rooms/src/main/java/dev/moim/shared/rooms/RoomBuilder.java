package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;
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
  private Map<String, Seat> seats = Map.of();
  private Optional<String> host = Optional.empty();

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
    host = Optional.of(userId);
    return this;
  }

  /** Its first seat, taken by making it. */
  public RoomBuilder seat(Seat seat) {
    seats = Map.of(seat.userId(), seat);
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
    long joins = seats.values().stream().filter(Seat::present).count();
    Members members = new Members(seats, host, Set.of(), Permits.NONE, new Tally(joins, 0));
    return new Room(facts, options, members, Optional.empty(), Map.of(), 0);
  }
}
