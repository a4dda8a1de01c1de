package dev.moim.shared.licenses;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tenant's right to use the service.
 *
 * @param id 11 lower-case letters and digits; also the {@code accessKey}
 * @param enabled whether anybody may register, sign in or open a room
 * @param domain whose license it is, as {@code /v1/info} shows it
 * @param roomLimit how many rooms may be open at once
 * @param createdAt epoch milliseconds
 * @param keys each of them, hashed
 */
public record License(
    String id,
    boolean enabled,
    String domain,
    int roomLimit,
    long createdAt,
    Map<KeyName, HashedKey> keys,
    OpenRooms open) {

  /** The most rooms a license may have open: lists show them all, and each run of the schedule. */
  public static final int MAX_ROOMS = 300;

  private static final String CP_CODE_PREFIX = "KP-";

  /** The keys of a license. */
  public enum KeyName {
    /** What {@code register} needs. */
    AUTH_KEY,
    /** What {@code /v1/auth} needs. */
    SECRET_KEY
  }

  /**
   * The rooms that count against the limit.
   *
   * @param count how many
   * @param listed those known by name, with when they were made: all of a license with few, and
   *     else those that may have been counted and not made
   * @param ended unlisted rooms that were counted off lately
   * @param peak see {@link License#peakOn}
   */
  public record OpenRooms(int count, Map<String, Long> listed, Set<RoomLife> ended, Peak peak) {

    public static final OpenRooms NONE = new OpenRooms(0, Map.of(), Set.of(), Peak.NONE);

    public OpenRooms {
      listed = Map.copyOf(listed);
      ended = Set.copyOf(ended);
    }
  }

  /**
   * The most rooms that were open at once on a day.
   *
   * @param day of UTC, the last one on which a room was opened or closed
   */
  public record Peak(LocalDate day, int rooms) {

    public static final Peak NONE = new Peak(LocalDate.EPOCH, 0);
  }

  public License {
    keys = Map.copyOf(keys);
  }

  /** What {@code register} calls the license: {@code KP-} and the id. */
  public String cpCode() {
    return CP_CODE_PREFIX + id;
  }

  /** The license a cpCode names; a code of any other form names none that exists. */
  public static String idOfCpCode(String cpCode) {
    return cpCode.startsWith(CP_CODE_PREFIX) ? cpCode.substring(CP_CODE_PREFIX.length()) : "-";
  }

  public HashedKey key(KeyName name) {
    return keys.getOrDefault(name, HashedKey.NONE);
  }

  /** Ids of the rooms that are counted by name. */
  public Set<String> rooms() {
    return open.listed().keySet();
  }

  /** This license's room of that id, whether there is one or not. */
  public RoomKey room(String roomId) {
    return new RoomKey(id, roomId);
  }

  /** The rooms that are counted by name. */
  public List<RoomLife> listedRooms() {
    return open.listed().entrySet().stream()
        .map(entry -> new RoomLife(room(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** The most rooms open at once on this day (UTC): as many as now if nothing changed since. */
  public int peakOn(LocalDate today) {
    int now = open.count();
    return open.peak().day().equals(today) ? Math.max(open.peak().rooms(), now) : now;
  }
}
