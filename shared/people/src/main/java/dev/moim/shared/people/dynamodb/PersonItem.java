package dev.moim.shared.people.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.shared.people.Person;
import dev.moim.shared.people.PersonIds;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The part of an account's item that others read. The family that keeps accounts writes all of it,
 * under these names.
 */
public final class PersonItem {

  public static final String ID = "id"; // partition key, S
  public static final String NICKNAME = "nickname"; // S
  public static final String PICTURE = "picture"; // S, absent for none
  public static final String GENDER = "gender"; // S, absent until there is a profile

  /** Seconds since the epoch, N; absent once the account is verified. */
  public static final String EXPIRES_AT = "expiresAt";

  private static final String PREFIX = "user#";

  private PersonItem() {}

  public static Map<String, AttributeValue> key(long id) {
    return Map.of(ID, text(PREFIX + id));
  }

  /** Whose item it is. */
  public static long id(Map<String, AttributeValue> item) {
    return PersonIds.parse(textOf(item, ID).substring(PREFIX.length()));
  }

  /** Whether it is somebody's, and of somebody who has proved to be there. */
  public static boolean isVerified(Map<String, AttributeValue> item) {
    return !item.isEmpty() && numberOf(item, EXPIRES_AT) == 0;
  }

  /** Empty for an item that is nobody's. */
  public static Optional<Person> read(Map<String, AttributeValue> item) {
    if (!isVerified(item)) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(
            id(item),
            textOf(item, NICKNAME),
            optionalText(item, PICTURE).orElse(null),
            item.containsKey(GENDER)));
  }
}
