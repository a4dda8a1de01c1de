package dev.moim.licenses;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Action;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.licenses.jwt.Tenants;
import dev.moim.shared.licenses.jwt.Tenants.Refusals;
import dev.moim.shared.rooms.Messages;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomUsage;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.dynamodb.DynamoMessages;
import dev.moim.shared.rooms.dynamodb.DynamoRoomDirectory;
import dev.moim.shared.rooms.dynamodb.DynamoRoomUsage;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class LicensesWiring {

  private static final String NOBODY = "-";

  private final Clock clock;
  private final RateLimits limits;
  private final Licenses licenses;
  private final Rooms rooms;
  private final RoomDirectory directory;
  private final RoomUsage usage;
  private final Messages messages;
  private final LicenseTokens tokens;

  public LicensesWiring(Deployment deployment) {
    Settings settings = deployment.settings();
    DynamoDbClient dynamo = deployment.dynamo();
    clock = deployment.clock();
    limits = RateLimits.from(settings);
    licenses = new DynamoLicenses(dynamo, settings.require("LICENSES_TABLE"), limits, clock);
    String table = settings.require("ROOMS_TABLE");
    rooms = new DynamoRooms(dynamo, table, clock);
    directory = new DynamoRoomDirectory(dynamo, table);
    usage = new DynamoRoomUsage(dynamo, table, clock);
    messages = new DynamoMessages(dynamo, table, clock);
    tokens = new LicenseTokens(deployment.tokenSecret(), clock);
  }

  public Clock clock() {
    return clock;
  }

  public RateLimits limits() {
    return limits;
  }

  public Tenants tenants() {
    return new Tenants(
        tokens,
        licenses,
        new Refusals(
            () -> new DomainException(LicenseError.INVALID_TOKEN),
            () -> new DomainException(LicenseError.DISABLED)));
  }

  public IssueToken issueToken() {
    return new IssueToken(licenses, tokens);
  }

  public ReadSessions readSessions() {
    return new ReadSessions(directory, rooms, clock);
  }

  public ReadUsage readUsage() {
    return new ReadUsage(directory, rooms, usage, messages, clock);
  }

  /** Loads what the first request would, by looking for a license that is not there. */
  public void prime() {
    licenses.find(NOBODY);
  }

  /** As {@link #prime}, in the way of the function that may do nothing else. */
  public void primeAdmission() {
    licenses.admit(NOBODY, Action.AUTH, NOBODY);
  }
}
