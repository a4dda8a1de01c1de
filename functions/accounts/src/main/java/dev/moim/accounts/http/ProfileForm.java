package dev.moim.accounts.http;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Profile;
import dev.moim.accounts.person.Profile.Gender;
import dev.moim.accounts.person.Profile.Mbti;
import dev.moim.accounts.profile.SentPicture;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.uploads.Multipart;
import dev.moim.shared.uploads.http.MultipartReader;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what people tell about themselves, and says what is wrong with it in the document's words.
 */
final class ProfileForm {

  /** In which it is today, or not yet. */
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private static final LocalDate FIRST_BIRTH = LocalDate.parse("1900-01-01");
  private static final int MAX_INTRODUCTION = 500;
  private static final String PICTURE = "profileImage";
  private static final String UPLOAD = "profileImageUpload";
  private static final int MAX_QUOTED = 40;
  private static final String MALFORMED = "잘못된 요청 형식입니다.";

  private final Fields fields;
  private final Clock clock;

  ProfileForm(Fields fields, Clock clock) {
    this.fields = fields;
    this.clock = clock;
  }

  /**
   * What stands beside the file, under the name of either form.
   *
   * @throws DomainException {@link AccountError#INVALID_PROFILE} if it is no JSON object, or the
   *     form has nothing that we know
   */
  static Fields json(Multipart form) {
    Optional<Fields> json;
    try {
      json = MultipartReader.json(form, "request", "updateRequest");
    } catch (MalformedException malformed) {
      throw refusal(MALFORMED);
    }
    if (json.isEmpty() && form.find(PICTURE).isEmpty()) {
      throw refusal(MALFORMED);
    }
    return json.orElse(new Fields(Map.of()));
  }

  /**
   * The form's own file, or one that was sent before it.
   *
   * @param json that stands beside the file
   */
  static SentPicture picture(Multipart form, Fields json) {
    Optional<String> upload =
        json.raw(UPLOAD) instanceof String id ? Optional.of(id) : Optional.empty();
    return new SentPicture(form.file(PICTURE), upload.filter(id -> !id.isEmpty()));
  }

  /**
   * A whole profile. What is needed stays as it was before if it is not given, or empty; what is
   * not needed stays only if it is not given.
   */
  Profile profile(Optional<Profile> before) {
    Gender gender =
        gender().or(() -> before.map(Profile::gender)).orElseThrow(() -> refusal("성별을 입력해주세요."));
    LocalDate birth =
        birth().or(() -> before.map(Profile::birth)).orElseThrow(() -> refusal("생년월일을 입력해주세요."));
    var introduction = isGiven("introduction") ? introduction() : before.map(Profile::introduction);
    var mbti = isGiven("mbti") ? mbti() : before.map(Profile::mbti);
    return new Profile(gender, birth, introduction.orElse(null), mbti.orElse(null));
  }

  private boolean isGiven(String field) {
    return fields.values().containsKey(field);
  }

  private Optional<Gender> gender() {
    return text("gender").map(value -> one(Gender.class, "Gender", value));
  }

  private Optional<LocalDate> birth() {
    return text("birth").map(this::date);
  }

  private Optional<String> introduction() {
    Optional<String> words = text("introduction").map(String::strip).filter(it -> !it.isEmpty());
    if (words.filter(it -> it.length() > MAX_INTRODUCTION).isPresent()) {
      throw refusal("자기소개는 500자를 넘을 수 없습니다.");
    }
    return words;
  }

  private Optional<Mbti> mbti() {
    return text("mbti").map(value -> one(Mbti.class, "Mbti", value.toUpperCase(Locale.ROOT)));
  }

  private LocalDate date(String text) {
    LocalDate birth;
    try {
      birth = LocalDate.parse(text);
    } catch (DateTimeException noDate) {
      throw refusal(MALFORMED);
    }
    if (birth.isAfter(LocalDate.ofInstant(clock.instant(), SEOUL))) {
      throw refusal("생년월일은 미래일 수 없습니다.");
    }
    if (birth.isBefore(FIRST_BIRTH)) {
      throw refusal(MALFORMED);
    }
    return birth;
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .findFirst()
        .orElseThrow(() ->
            refusal(
                "잘못된 %s 값입니다: '%s'. 가능한 값: %s"
                    .formatted(name, quoted(value), Arrays.toString(type.getEnumConstants()))));
  }

  private static String quoted(String value) {
    return value.substring(0, Math.min(MAX_QUOTED, value.length()));
  }

  /** An empty one counts as none, as forms send it. */
  private Optional<String> text(String field) {
    Object value = fields.raw(field);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw refusal(MALFORMED);
  }

  private static DomainException refusal(String message) {
    return new DomainException(AccountError.INVALID_PROFILE, message);
  }
}
