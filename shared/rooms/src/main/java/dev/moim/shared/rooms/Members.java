package dev.moim.shared.rooms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is in a room, who was named its host, who may not come back, and how many have come.
 *
 * @param seats by user id
 * @param host the explicitly named host, if any; see {@link Room#hostId}
 * @param kicked user ids, and {@link SeatHolder#socketMark marks} of the sockets they were on
 * @param tally its peak is that of before somebody left last
 */
public record Members(
    Map<String, Seat> seats,
    Optional<String> host,
    Set<String> kicked,
    Permits permits,
    Tally tally) {

  public Members {
    seats = Map.copyOf(seats);
    kicked = Set.copyOf(kicked);
  }

  /** The most who were here at once, until now; a token that nobody has used yet is nobody. */
  public long peak() {
    long present = seats.values().stream().filter(Seat::present).count();
    return Math.max(present, tally.peak());
  }
}
