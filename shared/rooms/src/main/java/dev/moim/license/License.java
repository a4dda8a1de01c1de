package dev.moim.license;

import java.util.Set;

/**
 * A tenant's right to use the service.
 *
 * @param id 11 lower-case letters and digits; also the {@code accessKey}
 * @param domain whose license it is, as {@code /v1/info} shows it
 * @param roomLimit how many rooms may be open at once
 * @param createdAt epoch milliseconds
 * @param authKeyHash SHA-256 of the key that {@code register} needs, hex
 * @param secretKeyHash SHA-256 of the key that {@code /v1/auth} needs, hex
 * @param rooms ids of the rooms open now
 */
public record License(
    String id,
    String domain,
    int roomLimit,
    boolean enabled,
    long createdAt,
    String authKeyHash,
    String secretKeyHash,
    Set<String> rooms) {

  /** The most rooms a license may have open: their ids are one set in its item. */
  public static final int MAX_ROOMS = 300;

  private static final String CP_CODE_PREFIX = "KP-";

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

  /** Compares in constant time: how long it takes tells nothing about the key. */
  public boolean acceptsAuthKey(String authKey) {
    return Secrets.matches(authKey, authKeyHash);
  }

  public boolean acceptsSecretKey(String secretKey) {
    return Secrets.matches(secretKey, secretKeyHash);
  }
}
