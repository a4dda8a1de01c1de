package dev.moim.studies.http;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Utf8;
import dev.moim.studies.member.NewMember;
import dev.moim.studies.member.NewStudy;
import dev.moim.studies.mirror.MirroredMember;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Reads what requests about studies and their members ask for. */
final class MemberRequests {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int MAX_NAME = 100;
  private static final int MAX_ID_BYTES = 64;

  /** As names and pictures of users are cut to, who say them themselves. */
  private static final int MAX_USER_NAME_BYTES = 60;

  private static final int MAX_AVATAR_BYTES = 512;

  private MemberRequests() {}

  static NewStudy newStudy(Fields request) {
    String name = request.text("name", MAX_NAME).strip();
    if (name.isEmpty()) {
      throw FieldException.missing("name");
    }
    ZoneId zone = request.optionalText("timeZone").map(MemberRequests::zone).orElse(SEOUL);
    return new NewStudy(name, zone);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw FieldException.invalid("timeZone", "a time zone of the IANA database");
    }
  }

  /** Somebody who is added at once, or invited. */
  static NewMember newMember(String userId, Fields request) {
    String id = userId(userId);
    Role role = one(request, "role", Role.class).orElse(Role.MEMBER);
    Status status = one(request, "status", Status.class).orElse(Status.ACTIVE);
    if (status == Status.LEFT) {
      throw FieldException.invalid("status", "ACTIVE or INVITED");
    }
    return new NewMember(id, role, status);
  }

  /** Somebody as a tenant's server knows them; whoever is not said to have left is a member. */
  static MirroredMember mirrored(Fields request) {
    Optional<String> avatar = request.optionalText("avatar", MAX_AVATAR_BYTES);
    if (avatar.filter(text -> Utf8.bytes(text) > MAX_AVATAR_BYTES).isPresent()) {
      throw FieldException.invalid("avatar", "an address of at most 512 bytes");
    }
    return new MirroredMember(
        request.optionalText("name", MAX_NAME).map(name -> Utf8.cut(name, MAX_USER_NAME_BYTES)),
        one(request, "role", Role.class).orElseThrow(() -> FieldException.missing("role")),
        one(request, "status", Status.class).orElse(Status.ACTIVE),
        avatar);
  }

  /** The role to give; empty if the request accepts an invitation instead. */
  static Optional<Role> role(Fields request) {
    Optional<Role> role = one(request, "role", Role.class);
    Optional<Status> status = one(request, "status", Status.class);
    if (role.isPresent() == status.isPresent()) {
      throw FieldException.invalid("role", "given, or status, and not both");
    }
    if (status.filter(wanted -> wanted != Status.ACTIVE).isPresent()) {
      throw FieldException.invalid("status", "ACTIVE");
    }
    return role;
  }

  /** Ids are the identity provider's; only what would not fit into a key is refused. */
  static String userId(String id) {
    if (!isUsable(id) || id.startsWith("#")) {
      throw FieldException.invalid("userId", "the id of a user");
    }
    return id;
  }

  /** Whether an id that others have given fits into our keys. */
  static boolean isUsable(String id) {
    return !id.isBlank()
        && Utf8.bytes(id) <= MAX_ID_BYTES
        && id.chars().noneMatch(Character::isISOControl);
  }

  private static <E extends Enum<E>> Optional<E> one(Fields request, String field, Class<E> type) {
    return request
        .optionalText(field)
        .map(text -> {
          try {
            return Enum.valueOf(type, text);
          } catch (IllegalArgumentException unknown) {
            throw FieldException.invalid(field, "one of the known ones");
          }
        });
  }
}
