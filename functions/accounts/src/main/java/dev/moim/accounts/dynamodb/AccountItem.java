package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.KakaoId;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.accounts.person.Profile;
import dev.moim.accounts.person.Profile.Gender;
import dev.moim.accounts.person.Profile.Mbti;
import dev.moim.accounts.person.Session;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An account as an item. Its password is not part of it: that stands with the address. */
final class AccountItem {

  static final String EMAIL = "email"; // S, absent for none
  static final String NICKNAME = PersonItem.NICKNAME;
  static final String PHONE = "phone"; // digits, S, absent for none
  static final String GENDER = PersonItem.GENDER;
  static final String BIRTH = "birth"; // ISO 8601, S
  static final String INTRODUCTION = "introduction"; // S, absent for none
  static final String MBTI = "mbti"; // S, absent for none
  static final String PICTURE = PersonItem.PICTURE;
  static final String KAKAO = "kakao"; // id at Kakao, N, absent for none
  static final String CREATED_AT = "createdAt"; // epoch milliseconds, N
  static final String SESSIONS = "sessions"; // session id -> a list each, M
  static final String LINK = "passwordLink"; // hash of the latest one that was mailed, S
  static final String LINK_ENDS = "passwordLinkEnds"; // epoch milliseconds, N

  private AccountItem() {}

  static Map<String, AttributeValue> write(Account account) {
    Map<String, AttributeValue> item = new HashMap<>(PersonItem.key(account.id()));
    item.putAll(write(account.names()));
    if (account.kakao() != null) {
      item.put(KAKAO, number(account.kakao().number()));
    }
    item.put(CREATED_AT, number(account.createdAt().toEpochMilli()));
    item.put(SESSIONS, AttributeValue.fromM(Map.of()));
    return item;
  }

  /** Those that there are. */
  static Map<String, AttributeValue> write(Names names) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(NICKNAME, text(names.nickname().text()));
    if (names.email() != null) {
      item.put(EMAIL, text(names.email().text()));
    }
    if (names.phone() != null) {
      item.put(PHONE, text(names.phone().text()));
    }
    return item;
  }

  /** What a profile adds to it. */
  static Map<String, AttributeValue> write(Profile profile) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(GENDER, text(profile.gender().name()));
    item.put(BIRTH, text(profile.birth().toString()));
    if (profile.introduction() != null) {
      item.put(INTRODUCTION, text(profile.introduction()));
    }
    if (profile.mbti() != null) {
      item.put(MBTI, text(profile.mbti().name()));
    }
    return item;
  }

  /** Nothing as long as its address is not verified. */
  static Optional<Account> find(Map<String, AttributeValue> item) {
    return PersonItem.isVerified(item) ? Optional.of(read(item)) : Optional.empty();
  }

  private static Account read(Map<String, AttributeValue> item) {
    Map<String, Session> sessions = new HashMap<>();
    mapOf(item, SESSIONS).forEach((id, value) -> sessions.put(id, SessionItem.read(value)));
    return new Account(
        PersonItem.id(item),
        names(item),
        item.containsKey(GENDER) ? profile(item) : null,
        optionalText(item, PICTURE).orElse(null),
        Instant.ofEpochMilli(numberOf(item, CREATED_AT)),
        sessions,
        item.containsKey(KAKAO) ? new KakaoId(numberOf(item, KAKAO)) : null);
  }

  static Names names(Map<String, AttributeValue> item) {
    return new Names(
        optionalText(item, EMAIL).map(Email::new).orElse(null),
        new Nickname(textOf(item, NICKNAME)),
        optionalText(item, PHONE).map(PhoneNumber::new).orElse(null));
  }

  private static Profile profile(Map<String, AttributeValue> item) {
    return new Profile(
        Gender.valueOf(textOf(item, GENDER)),
        LocalDate.parse(textOf(item, BIRTH)),
        optionalText(item, INTRODUCTION).orElse(null),
        optionalText(item, MBTI).map(Mbti::valueOf).orElse(null));
  }
}
