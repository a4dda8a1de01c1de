package dev.moim.checks.rights;

import dev.moim.checks.Deployed;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What plays have shown of a template's rights: which were missing, and which nobody needs. */
record Verdict(Deployed template, GuardedAws aws, Emitted emitted) {

  /** Lambda itself reads the queue or the stream, with the function's role. */
  private static final Set<String> OF_THE_EVENT_SOURCE =
      Set.of(
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams");

  Set<String> denied() {
    return aws.denied();
  }

  /** Rights a function has on its own account and never used, by function. */
  Map<String, Set<Right>> unusedByTheirOwner() {
    Map<String, Set<Right>> unused = new TreeMap<>();
    for (String function : functions()) {
      Set<Right> rights = Right.own(template, function);
      rights.removeAll(aws.used(function));
      rights.removeIf(right -> OF_THE_EVENT_SOURCE.contains(right.action()));
      rights.removeAll(tellingFailures(function));
      unused.put(function, rights);
    }
    unused.values().removeIf(Set::isEmpty);
    return unused;
  }

  /** Rights of shared policies that none of their functions used, by policy. */
  Map<String, Set<Right>> unusedByAll() {
    Map<String, Set<Right>> unused = new TreeMap<>();
    for (String function : functions()) {
      for (String policy : Right.sharedBy(template, function)) {
        unused
            .computeIfAbsent(policy, id -> Right.shared(template, id))
            .removeAll(aws.used(function));
      }
    }
    if (unused.isEmpty()) {
      throw new AssertionError("no function of " + template.path() + " shares a policy");
    }
    unused.values().removeIf(Set::isEmpty);
    return unused;
  }

  /** As Lambda does when it gives up records of a stream. */
  private Set<Right> tellingFailures(String function) {
    return template.ofType("AWS::Lambda::EventSourceMapping").values().stream()
        .filter(source -> source.at("/FunctionName/Ref").asText().equals(function + "Aliaslive"))
        .map(source -> source.at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0").asText())
        .map(queue -> new Right("sqs:SendMessage", queue))
        .collect(Collectors.toSet());
  }

  private Set<String> functions() {
    return template.ofType("AWS::Lambda::Function").keySet();
  }
}
