package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.KakaoId;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What nobody else may have, one item each: whose it is, and for how long if they have not proved
 * to be there. The item of an address also has the password, if there is one, so that one read
 * begins a login.
 */
final class Claims {

  static final String ID = PersonItem.ID; // partition key, S
  static final String USER_ID = "userId"; // N
  static final String PASSWORD = "password"; // hash, with an address only, S
  static final String EXPIRES_AT = PersonItem.EXPIRES_AT; // epoch seconds, N

  private static final Path OWNER = path(USER_ID);
  private static final Path END = path(EXPIRES_AT);

  private final String table;

  Claims(String table) {
    this.table = table;
  }

  static Map<String, AttributeValue> key(Email email) {
    return Map.of(ID, text("email#" + email.text()));
  }

  static Map<String, AttributeValue> key(Nickname nickname) {
    return Map.of(ID, text("nickname#" + nickname.key()));
  }

  static Map<String, AttributeValue> key(PhoneNumber phone) {
    return Map.of(ID, text("phone#" + phone.text()));
  }

  static Map<String, AttributeValue> key(KakaoId kakao) {
    return Map.of(ID, text("kakao#" + kakao.number()));
  }

  /** Address, nickname and phone number, in this order, as far as there are any. */
  static List<Map<String, AttributeValue>> keys(Names names) {
    return Stream.of(
            Optional.ofNullable(names.email()).map(Claims::key),
            Optional.of(key(names.nickname())),
            Optional.ofNullable(names.phone()).map(Claims::key))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whose it is, unless a sign-up that was never verified has it, and its time is over. */
  static Optional<Long> holder(Map<String, AttributeValue> claim, Instant now) {
    boolean stands =
        !claim.isEmpty()
            && (numberOf(claim, EXPIRES_AT) == 0
                || numberOf(claim, EXPIRES_AT) > now.getEpochSecond());
    return stands ? Optional.of(numberOf(claim, USER_ID)) : Optional.empty();
  }

  /** Takes what nobody has, or nobody any more. */
  Update take(Map<String, AttributeValue> key, long userId, Instant now) {
    return new Update(table, key)
        .set(OWNER, number(userId))
        .onlyIf(OWNER.missing().or(END.lessThan(number(now.getEpochSecond()))));
  }

  /** The same, as part of a transaction, by somebody who has proved to be there. */
  TransactWriteItem takeForGood(Map<String, AttributeValue> key, long userId, Instant now) {
    return take(key, userId, now).remove(END).inTransaction().item();
  }

  /** The same until this moment, unless it is {@link #keep kept}. */
  Update takeUntil(Instant end, Map<String, AttributeValue> key, long userId, Instant now) {
    return take(key, userId, now).set(END, number(end.getEpochSecond()));
  }

  /** Makes it last. */
  TransactWriteItem keep(Map<String, AttributeValue> key, long userId) {
    return new Update(table, key)
        .remove(END)
        .onlyIf(OWNER.equalTo(number(userId)))
        .inTransaction()
        .item();
  }

  /** Gives it back. */
  TransactWriteItem free(Map<String, AttributeValue> key, long userId) {
    return TransactWriteItem.builder()
        .delete(d ->
            d.tableName(table)
                .key(key)
                .conditionExpression(USER_ID + " = :user")
                .expressionAttributeValues(Map.of(":user", number(userId))))
        .build();
  }
}
