package dev.moim.rooms;

/** On whose behalf a request comes. Everything it sees and changes is this license's. */
public record Caller(String licenseId, Standing standing) {

  /** What a request has proved of itself. */
  public enum Standing {
    /** Nothing: it acts for the license by default, and whom it names may be somebody else. */
    ANONYMOUS,
    /** It comes from the tenant, who knows its own users. */
    TENANT,
    /** As the tenant's, and the rooms it makes are their creators' to rule. */
    OWNER
  }

  /** Whether the rooms it makes are their creators' to rule. */
  public boolean owner() {
    return standing == Standing.OWNER;
  }

  /** Whether a tenant vouches for the users it names. */
  public boolean proven() {
    return standing != Standing.ANONYMOUS;
  }
}
