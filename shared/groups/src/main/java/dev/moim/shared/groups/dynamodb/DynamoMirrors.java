package dev.moim.shared.groups.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.Mirrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Mirrored studies in DynamoDB: a group whose own item says which tenant keeps it. */
public final class DynamoMirrors implements Mirrors {

  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoGroups groups;

  public DynamoMirrors(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    groups = new DynamoGroups(dynamo, table);
  }

  @Override
  public Optional<Written> write(Tenant tenant, Group study) {
    Map<String, AttributeValue> item = new HashMap<>(MemberItem.own(study, 0));
    item.put(MemberItem.TENANT, text(tenant.licenseId()));
    if (new NewItem(table, MemberItem.GROUP_ID, item).write(dynamo)) {
      return Optional.of(new Written(study, true));
    }
    return new Update(table, MemberItem.ownKey(study.id()))
        .onlyIf(path(MemberItem.TENANT).equalTo(text(tenant.licenseId())))
        .set(path(MemberItem.GROUP_NAME), text(study.name()))
        .tryWith(dynamo)
        .map(MemberItem::group)
        .map(this::renamed);
  }

  /** Members repeat the name; whoever has died before they all do is repeated too. */
  private Written renamed(Group study) {
    for (Member member : groups.members(study.id())) {
      if (!member.group().name().equals(study.name())) {
        TransactWriteItem rename =
            new Update(table, MemberItem.key(member.key()))
                .onlyIf(path(MemberItem.ROLE).exists())
                .set(path(MemberItem.GROUP_NAME), text(study.name()))
                .inTransaction()
                .item();
        new Transaction(List.of(rename, stillNamed(study))).writeAmongMany(dynamo);
      }
    }
    return new Written(study, false);
  }

  private TransactWriteItem stillNamed(Group study) {
    return TransactWriteItem.builder()
        .conditionCheck(it ->
            it.tableName(table)
                .key(MemberItem.ownKey(study.id()))
                .conditionExpression("#name = :name")
                .expressionAttributeNames(Map.of("#name", MemberItem.GROUP_NAME))
                .expressionAttributeValues(Map.of(":name", text(study.name()))))
        .build();
  }

  @Override
  public Optional<Seen> find(Tenant tenant, MemberKey key) {
    var own = MemberItem.ownKey(key.groupId());
    var found = new Batch().add(table, own).add(table, MemberItem.key(key)).read(dynamo);
    return found
        .find(table, own)
        .filter(item -> text(tenant.licenseId()).equals(item.get(MemberItem.TENANT)))
        .map(MemberItem::group)
        .map(study ->
            new Seen(study, found.find(table, MemberItem.key(key)).flatMap(MemberItem::find)));
  }

  @Override
  public boolean change(Tenant tenant, Seen seen, Member after) {
    int owners = DynamoGroups.count(after) - seen.member().map(DynamoGroups::count).orElse(0);
    var put = DynamoGroups.put(table, seen.member(), after);
    TransactWriteItem counted =
        new Update(table, MemberItem.ownKey(seen.study().id()))
            .onlyIf(path(MemberItem.TENANT).equalTo(text(tenant.licenseId())))
            .onlyIf(path(MemberItem.GROUP_NAME).equalTo(text(seen.study().name())))
            .inTransaction()
            .add(path(MemberItem.OWNERS), owners)
            .item();
    return new Transaction(List.of(DynamoGroups.write(put), counted))
        .writeAmongMany(dynamo)
        .isEmpty();
  }
}
