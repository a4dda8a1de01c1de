package dev.moim.shared.kernel;

/**
 * Which room: its id is unique only within its license, since two tenants may choose the same one.
 *
 * @param licenseId of the tenant it belongs to
 * @param roomId as its members know it
 */
public record RoomKey(String licenseId, String roomId) {}
