package dev.moim.studies;

import dev.moim.aws.AwsClients;
import dev.moim.groups.Groups;
import dev.moim.groups.dynamodb.DynamoGroups;
import dev.moim.kernel.Settings;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class StudiesWiring {

  private final Clock clock;
  private final Callers callers;
  private final Groups groups;

  public StudiesWiring(Settings settings) {
    this(settings, clock(), new AwsClients(settings).dynamoDb(), request -> Optional.empty());
  }

  public static Clock clock() {
    return Clock.systemUTC();
  }

  /** With every outside party given: what tests replace. */
  public StudiesWiring(Settings settings, Clock clock, DynamoDbClient dynamo, Callers callers) {
    this.clock = clock;
    this.callers = callers;
    groups = new DynamoGroups(dynamo, settings.require("GROUPS_TABLE"));
  }

  public Callers callers() {
    return callers;
  }

  public Groups groups() {
    return groups;
  }

  public Clock time() {
    return clock;
  }
}
