package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Calls in DynamoDB. A change writes only the participants it changes, under the condition that
 * they are still what was seen: so members do not get in each other's way. Only the end of a
 * session insists that nothing at all has changed.
 */
public final class DynamoCalls implements Calls {

  private static final int ATTEMPTS = 30;

  private final DynamoDbClient dynamo;
  private final String table;
  private final EndSession end;

  public DynamoCalls(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.end = new EndSession(dynamo, table);
  }

  @Override
  public Optional<StudyCall> findNow(String studyId) {
    var found =
        dynamo.getItem(r -> r.tableName(table).key(CallKeys.call(studyId)).consistentRead(true));
    return found.hasItem() ? Optional.of(CallItem.read(found.item())) : Optional.empty();
  }

  @Override
  public Started start(Optional<StudyCall> seen, Function<Optional<StudyCall>, StudyCall> make) {
    Optional<StudyCall> latest = seen;
    for (int attempt = 0; latest.filter(StudyCall::isOpen).isEmpty(); attempt++) {
      StudyCall fresh = make.apply(latest);
      try {
        dynamo.putItem(opening(fresh));
        return new Started(fresh.stored(fresh.rev() + 1), true);
      } catch (ConditionalCheckFailedException taken) {
        latest = Optional.of(CallItem.read(taken.item()));
        // Our own, if the answer to an earlier attempt of the SDK was lost.
        if (latest.get().isSession(fresh.session().id())) {
          return new Started(latest.get(), true);
        }
      } catch (TransactionConflictException ending) {
        // The next attempt is told what came of it.
      }
      waitBefore(attempt + 1);
    }
    return new Started(latest.get(), false);
  }

  /**
   * @throws IllegalStateException after some 2 seconds: then it is no contention
   */
  private static void waitBefore(int attempt) {
    if (attempt > ATTEMPTS) {
      throw new IllegalStateException("gave up after " + ATTEMPTS + " attempts");
    }
    Contention.pause(attempt);
  }

  private PutItemRequest opening(StudyCall fresh) {
    PutItemRequest.Builder put =
        PutItemRequest.builder()
            .tableName(table)
            .item(CallItem.latest(fresh, fresh.rev() + 1))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    return fresh.rev() == 0
        ? put.conditionExpression("attribute_not_exists(studyId)").build()
        : put.conditionExpression("rev = :rev")
            .expressionAttributeValues(Map.of(":rev", number(fresh.rev())))
            .build();
  }

  @Override
  public Change change(StudyCall seen, UnaryOperator<StudyCall> transition) {
    StudyCall before = seen;
    for (int attempt = 0; ; attempt++) {
      StudyCall after = transition.apply(before);
      if (after.equals(before)) {
        return new Change(before, before);
      }
      Optional<StudyCall> stored =
          before.isOpen() && !after.isOpen() ? end(after) : update(before, after);
      if (stored.isPresent()) {
        return new Change(before, closed(stored.get()));
      }
      waitBefore(attempt + 1);
      before = findNow(seen.studyId()).orElseThrow();
    }
  }

  /** Two who leave at once are both not the last when they look; then the later one ends it. */
  private StudyCall closed(StudyCall stored) {
    return stored.closeIfEmpty().equals(stored)
        ? stored
        : change(stored, StudyCall::closeIfEmpty).after();
  }

  private Optional<StudyCall> end(StudyCall over) {
    return end.write(over) ? Optional.of(over.stored(over.rev() + 1)) : Optional.empty();
  }

  private Optional<StudyCall> update(StudyCall before, StudyCall after) {
    Update update =
        new Update(table, CallKeys.call(before.studyId()))
            .increment(CallItem.REV)
            .onlyIf(path(CallItem.SESSION_ID).equalTo(text(before.session().id())))
            .onlyIf(path(CallItem.OPEN).exists());
    after.roster().byUserId().values().forEach(now -> change(update, before, now));
    try {
      return Optional.of(CallItem.read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException | TransactionConflictException overtaken) {
      return Optional.empty();
    }
  }

  private static void change(Update update, StudyCall before, CallParticipant now) {
    Path place = path(CallItem.PARTICIPANTS, now.user().id());
    Optional<CallParticipant> known = before.find(now.user().id());
    if (known.isEmpty()) {
      update
          .set(place, ParticipantItem.write(now))
          .onlyIf(place.missing())
          .onlyIf(path(CallItem.PARTICIPANTS).size().lessThan(number(StudyCall.MAX_PARTICIPANTS)));
    } else if (!known.get().equals(now)) {
      update
          .set(place, ParticipantItem.write(now))
          .onlyIf(place.equalTo(ParticipantItem.write(known.get())));
    }
  }

  @Override
  public List<String> openStudies() {
    return OpenIndex.studies(dynamo, table, "yes");
  }
}
