package dev.moim.studies;

import dev.moim.aws.AwsClients;
import dev.moim.aws.AwsSecrets;
import dev.moim.groups.Groups;
import dev.moim.groups.dynamodb.DynamoGroups;
import dev.moim.groups.jwt.UserTokens;
import dev.moim.kernel.Settings;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.SessionCookies;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class StudiesWiring {

  private final Clock clock;
  private final Identities identities;
  private final Groups groups;

  public StudiesWiring(Settings settings) {
    this(settings, clock(), new AwsClients(settings).dynamoDb());
  }

  public static Clock clock() {
    return Clock.systemUTC();
  }

  /** With every outside party given: what tests replace. */
  public StudiesWiring(Settings settings, Clock clock, DynamoDbClient dynamo) {
    this.clock = clock;
    identities = identities(settings, clock);
    groups = new DynamoGroups(dynamo, settings.require("GROUPS_TABLE"));
  }

  private static Identities identities(Settings settings, Clock clock) {
    AwsSecrets secrets = new AwsSecrets(settings, new AwsClients(settings)::secrets, clock);
    Supplier<String> tokens =
        secrets
            .find("TOKEN_SECRET", "TOKEN_SECRET_ARN")
            .orElse(() -> {
              throw new IllegalStateException("setting TOKEN_SECRET is not set");
            });
    return new Identities(
        new SessionCookies(secrets.find("NEXTAUTH_SECRET", "NEXTAUTH_SECRET_ARN"), clock),
        new UserTokens(tokens, clock));
  }

  public Callers callers() {
    return identities;
  }

  public Identities identities() {
    return identities;
  }

  public Groups groups() {
    return groups;
  }

  public Clock time() {
    return clock;
  }
}
