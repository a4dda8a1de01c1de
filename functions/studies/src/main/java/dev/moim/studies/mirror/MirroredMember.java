package dev.moim.studies.mirror;

import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import java.util.Optional;

/**
 * Somebody as a tenant's server knows them.
 *
 * @param name empty for the one that is known already, as the avatar is
 */
public record MirroredMember(
    Optional<String> name, Role role, Status status, Optional<String> avatar) {

  /** A member with everything that is said here, and all else as it was. */
  Member of(Member before) {
    return before
        .as(role)
        .as(status)
        .named(name.orElse(before.name()))
        .pictured(avatar.orElse(before.avatar()));
  }
}
