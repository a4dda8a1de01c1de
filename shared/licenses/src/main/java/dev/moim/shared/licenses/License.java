package dev.moim.shared.licenses;

import java.time.LocalDate;
import java.util.Set;

/**
 * A tenant's right to use the service.
 *
 * @param id 11 lower-case letters and digits; also the {@code accessKey}
 * @param domain whose license it is, as {@code /v1/info} shows it
 * @param roomLimit how many rooms may be open at once
 * @param enabled whether anybody may register, sign in or open a room
 * @param createdAt epoch milliseconds
 * @param authKey what {@code register} needs
 * @param secretKey what {@code /v1/auth} needs
 * @param rooms ids of the rooms open now
 * @param peak see {@link #peakOn}
 */
public record License(
    String id,
    String domain,
    int roomLimit,
    boolean enabled,
    long createdAt,
    HashedKey authKey,
    HashedKey secretKey,
    Set<String> rooms,
    Peak peak) {

  /** The most rooms a license may have open: their ids are one set in its item. */
  public static final int MAX_ROOMS = 300;

  private static final String CP_CODE_PREFIX = "KP-";

  /** The keys of a license. */
  public enum KeyName {
    AUTH_KEY,
    SECRET_KEY
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
    rooms = Set.copyOf(rooms);
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
    return switch (name) {
      case AUTH_KEY -> authKey;
      case SECRET_KEY -> secretKey;
    };
  }

  /** The most rooms open at once on this day (UTC): as many as now if nothing changed since. */
  public int peakOn(LocalDate today) {
    return peak.day().equals(today) ? Math.max(peak.rooms(), rooms.size()) : rooms.size();
  }
}
