package dev.moim.shared.people.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.people.Person;
import dev.moim.testkit.DynamoDbExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoPeopleTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("AccountsTable");

  private static final long MINJI = 2_816_000_000_000_001L;
  private static final long HANA = 2_816_000_000_000_002L;
  private static final long NOBODY = 2_816_000_000_000_003L;

  private DynamoPeople people;

  @BeforeEach
  void setUp() {
    people = new DynamoPeople(DYNAMO.client(), DYNAMO.table("AccountsTable"));
    put(MINJI, Map.of("nickname", text("민지"), "gender", text("FEMALE"), "picture", text("p/1")));
    put(HANA, Map.of("nickname", text("하나")));
  }

  @Test
  void readsWhoSomebodyIs() {
    DYNAMO.counter().reset();
    assertThat(people.find(MINJI)).contains(new Person(MINJI, "민지", "p/1", true));
    assertThat(DYNAMO.counter().requests()).isOne();
    assertThat(DYNAMO.counter().readUnits()).isEqualTo(1);
    assertThat(people.find(HANA)).contains(new Person(HANA, "하나", null, false));
    assertThat(people.find(NOBODY)).isEmpty();
  }

  @Test
  void readsManyAtOnce() {
    DYNAMO.counter().reset();
    assertThat(people.findAll(List.of(MINJI, HANA, MINJI, NOBODY))).containsOnlyKeys(MINJI, HANA);
    assertThat(DYNAMO.counter().requests()).isOne();
    assertThat(DYNAMO.counter().readUnits()).isEqualTo(1);
  }

  @Test
  void whoeverWasNeverVerifiedIsNobody() {
    put(NOBODY, Map.of("nickname", text("아무개"), "expiresAt", number(4_102_444_800L)));
    assertThat(people.find(NOBODY)).isEmpty();
    assertThat(people.findAll(List.of(NOBODY, HANA))).containsOnlyKeys(HANA);
  }

  private void put(long id, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.putAll(PersonItem.key(id));
    DYNAMO.client().putItem(r -> r.tableName(DYNAMO.table("AccountsTable")).item(item));
  }
}
