package dev.moim.shared.people.dynamodb;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.people.People;
import dev.moim.shared.people.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads people where accounts are kept. */
public final class DynamoPeople implements People {

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoPeople(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Person> find(long id) {
    var found =
        dynamo.getItem(r -> r.tableName(table).key(PersonItem.key(id)).consistentRead(true));
    return PersonItem.read(found.item());
  }

  @Override
  public Map<Long, Person> findAll(Collection<Long> ids) {
    Batch batch = Batch.eventual();
    ids.forEach(id -> batch.add(table, PersonItem.key(id)));
    Map<Long, Person> people = new HashMap<>();
    for (var item : batch.read(dynamo).of(table)) {
      PersonItem.read(item).ifPresent(person -> people.put(person.id(), person));
    }
    return people;
  }
}
