package dev.moim.rooms;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a request comes. Everything it sees and changes is this license's.
 *
 * @param person whom an access token names, and who comes under no other name; null if there was
 *     none
 */
public record Caller(String licenseId, Standing standing, @Nullable String person) {

  /** What a request has proved of itself. */
  public enum Standing {
    /** Nothing: it acts for the license by default, and whom it names may be somebody else. */
    ANONYMOUS,
    /** Who somebody is; it acts for the license by default. */
    PERSON,
    /** It comes from the tenant, who knows its own users. */
    TENANT,
    /** As the tenant's, and the rooms it makes are their creators' to rule. */
    OWNER
  }

  public static Caller anonymous(String licenseId) {
    return new Caller(licenseId, Standing.ANONYMOUS, null);
  }

  /**
   * @param name by which others know them
   */
  public static Caller person(String licenseId, String name) {
    return new Caller(licenseId, Standing.PERSON, name);
  }

  public static Caller tenant(String licenseId, boolean owner) {
    return new Caller(licenseId, owner ? Standing.OWNER : Standing.TENANT, null);
  }

  /** Whether the rooms it makes are their creators' to rule. */
  public boolean owner() {
    return standing == Standing.OWNER;
  }

  /** Whether a tenant vouches for the users it names. */
  public boolean proven() {
    return standing == Standing.TENANT || owner();
  }

  /** Whether it may end what somebody made. */
  boolean mayEnd(String createdBy) {
    return person == null || person.equals(createdBy);
  }
}
