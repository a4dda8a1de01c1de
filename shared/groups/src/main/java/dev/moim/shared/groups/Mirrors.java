package dev.moim.shared.groups;

import java.util.Optional;

/**
 * Studies that a tenant's own server keeps, under its own ids. What it says of them holds, whatever
 * their members have done here since.
 */
public interface Mirrors {

  /** Whose server it is. */
  record Tenant(String licenseId) {}

  /** A study as it is now, and whether it was made just now. */
  record Written(Group study, boolean isNew) {}

  /** A study of a tenant, and one of its members if there is or was such a one. */
  record Seen(Group study, Optional<Member> member) {}

  /**
   * Makes a study, or gives it another name. One request for a new one; else three, and one for
   * each member who knows it by another name.
   *
   * @param study its zone and its age are those of the first time
   * @return empty if a study of this id is not the tenant's
   */
  Optional<Written> write(Tenant tenant, Group study);

  /**
   * One request.
   *
   * @return empty if the study is not the tenant's
   */
  Optional<Seen> find(Tenant tenant, MemberKey key);

  /**
   * Writes a member. One request.
   *
   * @return false if the study or the member are not what was seen any more
   */
  boolean change(Tenant tenant, Seen seen, Member after);
}
