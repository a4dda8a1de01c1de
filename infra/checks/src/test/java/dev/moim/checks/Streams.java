package dev.moim.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.moim.template.EventSource.StreamSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an event source needs that reads a table's stream: one record that fails must neither stop
 * those behind it nor vanish, and somebody must hear of it.
 */
final class Streams {

  /** DynamoDB throttles a third reader. */
  private static final int MAX_READERS = 2;

  private static final Set<String> READING =
      Set.of(
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams");

  private final Deployed template;
  private final Todo todo;

  private Streams(Deployed template, Todo todo) {
    this.template = template;
    this.todo = todo;
  }

  static void check(Deployed template, Todo todo) {
    Streams streams = new Streams(template, todo);
    template
        .ofType("AWS::Lambda::EventSourceMapping")
        .forEach((id, source) -> {
          if (source.has("StartingPosition")) {
            streams.check(id, source);
          }
        });
  }

  static void checkReaders(List<StreamSource> sources, Todo todo) {
    Map<String, Integer> readers = new TreeMap<>();
    sources.forEach(source -> readers.merge(source.table(), 1, Integer::sum));
    readers.forEach((table, count) -> {
      if (count > MAX_READERS) {
        todo.add(
            "the stream of %s has %d readers, of which DynamoDB throttles all but %d"
                .formatted(table, count, MAX_READERS));
      }
    });
  }

  private void check(String id, JsonNode source) {
    want(
        source.path("StartingPosition").asText().equals("TRIM_HORIZON"),
        id,
        "needs StartingPosition: TRIM_HORIZON, or misses what is written while it is made");
    want(
        source.path("BisectBatchOnFunctionError").asBoolean(),
        id,
        "needs BisectBatchOnFunctionError: true");
    want(
        source.path("FunctionResponseTypes").toString().contains("\"ReportBatchItemFailures\""),
        id,
        "needs FunctionResponseTypes: [ReportBatchItemFailures]");
    want(
        source.path("MaximumRetryAttempts").asInt(-1) >= 0,
        id,
        "needs MaximumRetryAttempts, or one record stops its shard for a day");
    String function = source.at("/FunctionName/Ref").asText().replaceFirst("Aliaslive$", "");
    want(
        AlarmsTest.watched(template, "IteratorAge", "FunctionName").contains(function),
        id,
        "needs an alarm on the IteratorAge of " + function);
    JsonNode destination = source.at("/DestinationConfig/OnFailure/Destination");
    checkQueue(id, destination.at("/Fn::GetAtt/0").asText());
    checkRights(id, function, source.path("EventSourceArn"), destination);
  }

  private void checkQueue(String id, String queue) {
    boolean there = template.ofType("AWS::SQS::Queue").containsKey(queue);
    want(there, id, "needs a queue of this template as DestinationConfig.OnFailure");
    want(
        !there
            || AlarmsTest.watched(template, "ApproximateNumberOfMessagesVisible", "QueueName")
                .contains(queue),
        id,
        "needs an alarm on the messages in " + queue);
  }

  private void checkRights(String id, String function, JsonNode stream, JsonNode destination) {
    JsonNode role =
        template
            .ofType("AWS::IAM::Role")
            .getOrDefault(
                template
                    .ofType("AWS::Lambda::Function")
                    .get(function)
                    .at("/Role/Fn::GetAtt/0")
                    .asText(),
                MissingNode.getInstance());
    Set<String> reading = actions(role, streamsOfItsTable(stream));
    want(
        reading.containsAll(READING),
        id,
        "needs a role that allows " + READING + " on all streams of its table");
    want(
        destination.isMissingNode() || actions(role, destination).contains("sqs:SendMessage"),
        id,
        "needs a role that allows sqs:SendMessage to its OnFailure queue");
  }

  /** A table that was restored has another stream than before, and the same readers. */
  private static JsonNode streamsOfItsTable(JsonNode stream) {
    String table = stream.path("Ref").asText().replace("StreamArn", "TableArn");
    return JsonNodeFactory.instance.objectNode().put("Fn::Sub", "${" + table + "}/stream/*");
  }

  /** What a role's own statements allow for exactly this. */
  private static Set<String> actions(JsonNode role, JsonNode resource) {
    Set<String> actions = new TreeSet<>();
    for (JsonNode policy : role.path("Policies")) {
      for (JsonNode statement : policy.at("/PolicyDocument/Statement")) {
        JsonNode named = statement.path("Resource");
        if (named.equals(resource) || named.isArray() && contains(named, resource)) {
          statement.path("Action").forEach(action -> actions.add(action.asText()));
        }
      }
    }
    return actions;
  }

  private static boolean contains(JsonNode list, JsonNode wanted) {
    for (JsonNode item : list) {
      if (item.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private void want(boolean there, String id, String sentence) {
    if (!there) {
      todo.add(id + " in " + template.path() + " " + sentence);
    }
  }
}
