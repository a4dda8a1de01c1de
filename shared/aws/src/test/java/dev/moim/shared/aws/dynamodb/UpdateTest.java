package dev.moim.shared.aws.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.texts;
import static dev.moim.shared.aws.dynamodb.Path.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.aws.dynamodb.Update.InTransaction;
import dev.moim.testkit.DynamoDbExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class UpdateTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("LicensesTable");

  private static final Map<String, AttributeValue> KEY = Map.of("licenseId", text("l1"));
  private static final Path COUNT = path("count"); // a reserved word
  private static final Path LIST = path("a.b-c", "list");

  @BeforeEach
  void putItem() {
    var list = AttributeValue.fromL(List.of(text("x"), number(7)));
    var item =
        Map.of(
            "licenseId", text("l1"),
            "count", number(5),
            "limit", number(6),
            "set", texts(List.of("one", "two")),
            "a.b-c", AttributeValue.fromM(Map.of("list", list)));
    DYNAMO.client().putItem(r -> r.tableName(DYNAMO.table("LicensesTable")).item(item));
  }

  @Test
  void holdsEachConditionToTheItem() {
    Path limit = path("limit");
    assertThat(holds(COUNT.equalTo(number(5)))).isTrue();
    assertThat(holds(COUNT.equalTo(limit))).isFalse();
    assertThat(holds(COUNT.notEqualTo(number(5)))).isFalse();
    assertThat(holds(COUNT.lessThan(number(6)))).isTrue();
    assertThat(holds(COUNT.lessThan(number(5)))).isFalse();
    assertThat(holds(COUNT.lessThan(limit))).isTrue();
    assertThat(holds(COUNT.atMost(number(5)))).isTrue();
    assertThat(holds(limit.atMost(COUNT))).isFalse();
    assertThat(holds(COUNT.greaterThan(number(5)))).isFalse();
    assertThat(holds(limit.greaterThan(number(5)))).isTrue();
    assertThat(holds(COUNT.atLeast(limit))).isFalse();
    assertThat(holds(limit.atLeast(COUNT))).isTrue();
  }

  @Test
  void knowsWhatIsThereAndHowMuch() {
    assertThat(holds(path("licenseId").exists())).isTrue();
    assertThat(holds(path("licenseId").missing())).isFalse();
    assertThat(holds(path("a.b-c", "other").missing())).isTrue();
    assertThat(holds(LIST.at(1).equalTo(number(7)))).isTrue();
    assertThat(holds(LIST.at(2).exists())).isFalse();
    assertThat(holds(path("set").contains("two"))).isTrue();
    assertThat(holds(path("set").contains("tw"))).isFalse();
    assertThat(holds(path("set").size().lessThan(number(3)))).isTrue();
    assertThat(holds(LIST.size().lessThan(number(2)))).isFalse();
  }

  @Test
  void joinsConditionsAsTheyAreNested() {
    Condition yes = COUNT.equalTo(number(5));
    Condition no = COUNT.equalTo(number(6));
    assertThat(holds(yes.or(no))).isTrue();
    assertThat(holds(yes.and(no))).isFalse();
    assertThat(holds(no.negated())).isTrue();
    assertThat(holds(yes.or(yes).negated())).isFalse();
    assertThat(holds(no.and(no).or(yes))).isTrue();
    assertThat(holds(no.and(no.or(yes)))).as("a AND (b OR c)").isFalse();
    assertThat(update().set(COUNT, number(1)).onlyIf(yes.or(yes)).onlyIf(no).tryWith(client()))
        .as("both conditions")
        .isEmpty();
  }

  private static boolean holds(Condition condition) {
    return update().set(path("touched"), number(1)).onlyIf(condition).tryWith(client()).isPresent();
  }

  @Test
  void setsWhatComesOfTheItemAsItWas() {
    Map<String, AttributeValue> after =
        update()
            .set(COUNT, COUNT.plus(number(2)))
            .set(path("before"), COUNT)
            .set(path("less"), path("less").orElse(number(10)).minus(number(3)))
            .set(path("kept"), COUNT.orElse(number(0)))
            .set(path("sum"), Operand.value(number(20)).plus(number(1)))
            .set(LIST.at(0), text("y"))
            .increment("limit")
            .tryWith(client())
            .orElseThrow();

    assertThat(after)
        .containsEntry("count", number(7))
        .containsEntry("before", number(5))
        .containsEntry("less", number(7))
        .containsEntry("kept", number(5))
        .containsEntry("sum", number(21))
        .containsEntry("limit", number(7));
    assertThat(after.get("a.b-c").m().get("list").l()).containsExactly(text("y"), number(7));
  }

  @Test
  void removesAndChangesSets() {
    Map<String, AttributeValue> after =
        update().remove(COUNT).addTo(path("set"), "three").tryWith(client()).orElseThrow();
    assertThat(after).doesNotContainKey("count");
    assertThat(after.get("set").ss()).containsExactlyInAnyOrder("one", "two", "three");

    after = update().takeFrom(path("set"), "one").tryWith(client()).orElseThrow();
    assertThat(after.get("set").ss()).containsExactlyInAnyOrder("two", "three");
  }

  @Test
  void addsInATransactionOnly() {
    Update update = update().set(path("seen"), number(1)).onlyIf(COUNT.lessThan(number(9)));
    InTransaction adding = update.inTransaction().add(COUNT, 3).add(path("new"), 2);
    DYNAMO.client().transactWriteItems(r -> r.transactItems(adding.item()));

    assertThat(item())
        .containsEntry("count", number(8))
        .containsEntry("new", number(2))
        .containsEntry("seen", number(1));

    // The update itself adds nothing.
    assertThatThrownBy(() -> update.tryWith(client())).isInstanceOf(DynamoDbException.class);
    assertThat(item()).containsEntry("count", number(8));

    DYNAMO.client().transactWriteItems(r -> r.transactItems(adding.item()));
    assertThatThrownBy(
            () -> DYNAMO.client().transactWriteItems(r -> r.transactItems(adding.item())))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(item()).as("its condition failed").containsEntry("count", number(11));
  }

  private static Map<String, AttributeValue> item() {
    return DYNAMO
        .client()
        .getItem(r -> r.tableName(DYNAMO.table("LicensesTable")).key(KEY).consistentRead(true))
        .item();
  }

  private static Update update() {
    return new Update(DYNAMO.table("LicensesTable"), KEY);
  }

  private static DynamoDbClient client() {
    return DYNAMO.client();
  }
}
