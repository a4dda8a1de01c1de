package dev.moim.shared.groups.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Cancellation;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Groups in DynamoDB: one item per member, and one of the group itself that counts its owners. */
public final class DynamoGroups implements Groups {

  private static final String BY_USER = "byUser";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoGroups(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void create(Member owner) {
    Put own = Put.builder().tableName(table).item(MemberItem.own(owner.group(), 1)).build();
    Put first = Put.builder().tableName(table).item(MemberItem.write(owner)).build();
    dynamo.transactWriteItems(r -> r.transactItems(write(own), write(first)));
  }

  @Override
  public Optional<Member> find(MemberKey key) {
    var found =
        dynamo.getItem(r -> r.tableName(table).key(MemberItem.key(key)).consistentRead(true));
    return MemberItem.find(found.item());
  }

  @Override
  public Map<String, Member> findAll(String groupId, Collection<String> userIds) {
    Batch batch = new Batch();
    userIds.stream()
        .distinct()
        .forEach(id -> batch.add(table, MemberItem.key(new MemberKey(groupId, id))));
    Map<String, Member> members = new HashMap<>();
    for (var item : batch.read(dynamo).of(table)) {
      MemberItem.find(item).ifPresent(member -> members.put(member.userId(), member));
    }
    return members;
  }

  @Override
  public List<Member> ofUser(String userId) {
    List<Member> members = new ArrayList<>();
    dynamo
        .queryPaginator(r ->
            r.tableName(table)
                .indexName(BY_USER)
                .keyConditionExpression("userId = :user")
                .expressionAttributeValues(Map.of(":user", text(userId)))
                .scanIndexForward(false))
        .items()
        .forEach(item -> MemberItem.find(item).ifPresent(members::add));
    return members;
  }

  @Override
  public List<Member> members(String groupId) {
    return items(groupId).stream().flatMap(item -> MemberItem.find(item).stream()).toList();
  }

  private List<Map<String, AttributeValue>> items(String groupId) {
    return dynamo
        .queryPaginator(r ->
            r.tableName(table)
                .keyConditionExpression("groupId = :group")
                .expressionAttributeValues(Map.of(":group", text(groupId)))
                .consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  @Override
  public void delete(Member last) {
    String groupId = last.group().id();
    List<TransactWriteItem> others =
        members(groupId).stream()
            .map(Member::key)
            .filter(key -> !key.equals(last.key()))
            .map(key -> deleting(MemberItem.key(key)))
            .toList();
    Transaction.of(others).forEach(part -> part.write(dynamo));
    dynamo.transactWriteItems(r ->
        r.transactItems(
            deleting(MemberItem.key(last.key())), deleting(MemberItem.ownKey(groupId))));
  }

  @Override
  public void forget(MemberKey left) {
    try {
      dynamo.deleteItem(r ->
          r.tableName(table)
              .key(MemberItem.key(left))
              .conditionExpression("#status = :left")
              .expressionAttributeNames(Map.of("#status", MemberItem.STATUS))
              .expressionAttributeValues(Map.of(":left", text(Status.LEFT.name()))));
    } catch (ConditionalCheckFailedException gone) {
      // Or they are a member again, and will have to leave first.
    }
  }

  @Override
  public void forget(MemberKey gone, Kind by) {
    Forgetting.of(new Update(table, MemberItem.key(gone)), by)
        .tryWith(dynamo)
        .filter(Forgetting::isComplete)
        .ifPresent(_ -> dynamo.deleteItem(r -> r.tableName(table).key(MemberItem.key(gone))));
  }

  private TransactWriteItem deleting(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(d -> d.tableName(table).key(key)).build();
  }

  @Override
  public Change change(Optional<Member> before, Member after) {
    Put put = put(table, before, after);
    int owners = count(after) - before.map(DynamoGroups::count).orElse(0);
    try {
      dynamo.transactWriteItems(r ->
          r.transactItems(
              owners == 0
                  ? List.of(write(put))
                  : List.of(write(put), counting(after.group().id(), owners))));
      return Change.DONE;
    } catch (TransactionCanceledException cancelled) {
      return afterRefusal(cancelled);
    }
  }

  private static Change afterRefusal(TransactionCanceledException cancelled) {
    Cancellation why = Cancellation.of(cancelled);
    if (why.refusedByFirst() || why.conflicted()) {
      return Change.OUTDATED;
    }
    if (why.refused()) {
      return Change.LAST_OWNER;
    }
    throw cancelled;
  }

  /** Writes a member if it is still what the caller saw. */
  static Put put(String table, Optional<Member> before, Member after) {
    Put.Builder put = Put.builder().tableName(table).item(MemberItem.write(after));
    if (before.isEmpty()) {
      return put.conditionExpression("attribute_not_exists(groupId)").build();
    }
    Map<String, AttributeValue> seen =
        Map.of(
            ":role", text(before.get().role().name()),
            ":status", text(before.get().status().name()));
    return put.conditionExpression("#role = :role AND #status = :status")
        .expressionAttributeNames(Map.of("#role", MemberItem.ROLE, "#status", MemberItem.STATUS))
        .expressionAttributeValues(seen)
        .build();
  }

  static int count(Member member) {
    return member.owns() ? 1 : 0;
  }

  /** In the same transaction as the member, so it may add: a repeated commit changes nothing. */
  private TransactWriteItem counting(String groupId, int more) {
    Path owners = path(MemberItem.OWNERS);
    return new Update(table, MemberItem.ownKey(groupId))
        .onlyIf(more > 0 ? path(MemberItem.GROUP_ID).exists() : owners.greaterThan(number(1)))
        .inTransaction()
        .add(owners, more)
        .item();
  }

  static TransactWriteItem write(Put put) {
    return TransactWriteItem.builder().put(put).build();
  }
}
