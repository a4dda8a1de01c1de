package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.chat.message.Author;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.people.Person;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Somebody whom an item names. The index finds all of these items, and whoever is forgotten is
 * named by none.
 */
final class Mention {

  /** The index, and its partition key: N, absent for nobody. Its sort key is the table's. */
  static final String INDEX = "mentions";

  static final String PERSON = "person";

  private static final String NICKNAME = "nickname"; // S

  private Mention() {}

  static void write(Author whom, Map<String, AttributeValue> item) {
    if (whom.id() == Author.NOBODY.id()) {
      return;
    }
    item.put(PERSON, number(whom.id()));
    item.put(NICKNAME, text(whom.nickname()));
  }

  static Author read(Map<String, AttributeValue> item) {
    return new Author(
        numberOf(item, PERSON), optionalText(item, NICKNAME).orElse(Person.NOBODY), null);
  }

  /** An item that names somebody, without them. */
  static Update forgotten(String table, Map<String, AttributeValue> key, long userId) {
    return new Update(table, key)
        .onlyIf(path(PERSON).equalTo(number(userId)))
        .remove(path(PERSON))
        .remove(path(NICKNAME));
  }
}
