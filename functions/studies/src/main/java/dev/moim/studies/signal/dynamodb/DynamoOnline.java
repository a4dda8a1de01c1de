package dev.moim.studies.signal.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.studies.User;
import dev.moim.studies.call.dynamodb.OnlineItem;
import dev.moim.studies.signal.Online;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Who is online, in one item per study beside its call. */
public final class DynamoOnline implements Online {

  private static final String SOCKETS = OnlineItem.SOCKETS;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoOnline(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<List<Watcher>> add(String studyId, Watcher watcher) {
    Update update =
        change(studyId)
            .set(path(SOCKETS, watcher.socketId()), write(watcher))
            .onlyIf(path(SOCKETS).exists())
            .onlyIf(path(SOCKETS).size().lessThan(number(MAX_SOCKETS)));
    try {
      return Optional.of(read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException refused) {
      return refused.hasItem() && refused.item().containsKey(SOCKETS)
          ? Optional.empty()
          : addFirst(studyId, watcher);
    }
  }

  private Optional<List<Watcher>> addFirst(String studyId, Watcher watcher) {
    Map<String, AttributeValue> only = Map.of(watcher.socketId(), write(watcher));
    Update update =
        change(studyId)
            .set(path(SOCKETS), AttributeValue.fromM(only))
            .onlyIf(path(SOCKETS).missing());
    try {
      return Optional.of(read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException another) {
      return add(studyId, watcher);
    }
  }

  @Override
  public Optional<List<Watcher>> remove(String studyId, String socketId) {
    return change(studyId)
        .remove(path(SOCKETS, socketId))
        .onlyIf(path(SOCKETS, socketId).exists())
        .tryWith(dynamo)
        .map(DynamoOnline::read);
  }

  /** The names and pictures are behind what {@link OnlineItem} reads. */
  private static List<Watcher> read(Map<String, AttributeValue> item) {
    return mapOf(item, SOCKETS).entrySet().stream()
        .map(entry -> watcher(entry.getKey(), entry.getValue().l()))
        .toList();
  }

  private Update change(String studyId) {
    return new Update(table, OnlineItem.key(studyId));
  }

  private static AttributeValue write(Watcher watcher) {
    User user = watcher.user();
    String avatar = user.avatar() == null ? "" : user.avatar();
    return AttributeValue.fromL(
        List.of(text(watcher.connectionId()), text(user.id()), text(user.name()), text(avatar)));
  }

  private static Watcher watcher(String socketId, List<AttributeValue> list) {
    String avatar = list.get(3).s();
    User user = new User(list.get(1).s(), list.get(2).s(), avatar.isEmpty() ? null : avatar);
    return new Watcher(socketId, list.getFirst().s(), user);
  }
}
