package dev.moim.studies.member;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Utf8;
import java.time.DateTimeException;
import java.time.ZoneId;

/** What names and ids requests may give. */
final class StudyNames {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int MAX_NAME = 100;
  private static final int MAX_USER_ID_BYTES = 64;

  private StudyNames() {}

  static String name(Fields request) {
    String name = request.text("name", MAX_NAME).strip();
    if (name.isEmpty()) {
      throw FieldException.missing("name");
    }
    return name;
  }

  static ZoneId zone(Fields request) {
    return request.optionalText("timeZone").map(StudyNames::zone).orElse(SEOUL);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw FieldException.invalid("timeZone", "a time zone of the IANA database");
    }
  }

  /** Ids are the identity provider's; only what would not fit into a key is refused. */
  static String userId(String id) {
    boolean usable =
        !id.isBlank()
            && Utf8.bytes(id) <= MAX_USER_ID_BYTES
            && !id.startsWith("#")
            && id.chars().noneMatch(Character::isISOControl);
    if (!usable) {
      throw FieldException.invalid("userId", "the id of a user");
    }
    return id;
  }
}
