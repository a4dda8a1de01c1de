package dev.moim.shared.groups.dynamodb;

import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.OpenCalls;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads calls of groups where their family keeps them. */
public final class DynamoOpenCalls implements OpenCalls {

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoOpenCalls(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean isInside(MemberKey who, String sessionId) {
    var call =
        dynamo
            .getItem(
                r -> r.tableName(table).key(OpenCallItem.key(who.groupId())).consistentRead(true))
            .item();
    return OpenCallItem.isOpen(call, sessionId) && OpenCallItem.isInside(call, who.userId());
  }
}
