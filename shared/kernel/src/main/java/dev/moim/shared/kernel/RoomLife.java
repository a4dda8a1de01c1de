package dev.moim.shared.kernel;

/**
 * One room from its beginning to its end: once it has ended, another may be made under its key.
 *
 * @param createdAt epoch milliseconds
 */
public record RoomLife(RoomKey key, long createdAt) {

  public String licenseId() {
    return key.licenseId();
  }

  public String roomId() {
    return key.roomId();
  }
}
