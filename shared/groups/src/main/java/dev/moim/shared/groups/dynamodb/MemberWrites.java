package dev.moim.shared.groups.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Parts of transactions of families whose own things are groups as well, such as meetings: both
 * change together. Such a group has no item of its own, since its owner never changes: whoever
 * wants to make or unmake one finds none to count.
 *
 * @param table of groups
 */
public record MemberWrites(String table) {

  /** Writes a member, whoever was there before. */
  public TransactWriteItem put(Member member) {
    return TransactWriteItem.builder()
        .put(it -> it.tableName(table).item(MemberItem.write(member)))
        .build();
  }

  /** What {@code Groups.forget} begins with, of somebody who is a member of a meeting. */
  public TransactWriteItem forget(MemberKey key) {
    Update update = new Update(table, MemberItem.key(key));
    return Forgetting.of(update, Kind.MEETING).inTransaction().item();
  }

  /** Deletes a member; nobody is no error. */
  public TransactWriteItem delete(MemberKey key) {
    return TransactWriteItem.builder()
        .delete(it -> it.tableName(table).key(MemberItem.key(key)))
        .build();
  }

  /** Lets the transaction happen only while somebody is an active member. */
  public TransactWriteItem requireActive(MemberKey key) {
    return TransactWriteItem.builder()
        .conditionCheck(it ->
            it.tableName(table)
                .key(MemberItem.key(key))
                .conditionExpression("#status = :active")
                .expressionAttributeNames(Map.of("#status", MemberItem.STATUS))
                .expressionAttributeValues(Map.of(":active", text(Status.ACTIVE.name()))))
        .build();
  }
}
