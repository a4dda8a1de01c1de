package dev.moim.studies;

import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.AwsSecrets;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.groups.jwt.UserTokens;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.media.livekit.LiveKitSettings;
import dev.moim.studies.call.CallMedia;
import dev.moim.studies.call.CallNews;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Desk;
import dev.moim.studies.call.JoinCall;
import dev.moim.studies.call.LeaveCall;
import dev.moim.studies.call.StartCall;
import dev.moim.studies.call.dynamodb.DynamoCalls;
import dev.moim.studies.call.dynamodb.DynamoDesk;
import dev.moim.studies.history.CallHistory;
import dev.moim.studies.history.CallSums;
import dev.moim.studies.history.ReadHistory;
import dev.moim.studies.history.ReadStatistics;
import dev.moim.studies.history.dynamodb.DynamoCallHistory;
import dev.moim.studies.history.dynamodb.DynamoCallSums;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.SessionCookies;
import dev.moim.studies.member.CreateStudy;
import dev.moim.studies.member.ManageMembers;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class StudiesWiring {

  private final Clock clock;
  private final Identities identities;
  private final Groups groups;
  private final Calls calls;
  private final Desk desk;
  private final CallHistory history;
  private final CallSums sums;
  private final CallMedia callMedia;
  private final Supplier<CallNews> news;

  public StudiesWiring(Settings settings) {
    this(
        settings,
        clock(),
        new AwsClients(settings).dynamoDb(),
        // Most functions have nobody to tell, and their start is not to pay for it.
        new Lazy<>(() -> SignalWiring.news(settings)));
  }

  public static Clock clock() {
    return Clock.systemUTC();
  }

  /** With every outside party given: what tests replace. */
  public StudiesWiring(
      Settings settings, Clock clock, DynamoDbClient dynamo, Supplier<CallNews> news) {
    this.clock = clock;
    this.news = news;
    AwsSecrets secrets = new AwsSecrets(settings, new AwsClients(settings)::secrets, clock);
    identities = identities(secrets, clock);
    String groupsTable = settings.require("GROUPS_TABLE");
    String callsTable = settings.require("STUDY_CALLS_TABLE");
    groups = new DynamoGroups(dynamo, groupsTable);
    calls = new DynamoCalls(dynamo, callsTable);
    desk = new DynamoDesk(dynamo, groupsTable, callsTable);
    history = new DynamoCallHistory(dynamo, callsTable);
    sums = new DynamoCallSums(dynamo, groupsTable, callsTable);
    callMedia = callMedia(settings, secrets, clock);
  }

  private static Identities identities(AwsSecrets secrets, Clock clock) {
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

  private static CallMedia callMedia(Settings settings, AwsSecrets secrets, Clock clock) {
    Optional<LiveKitSettings> livekit =
        LiveKitSettings.from(settings, secrets.find("LIVEKIT_API_SECRET", "LIVEKIT_SECRET_ARN"));
    return new CallMedia(
        livekit.isPresent()
            ? Optional.of(LiveKitSettings.media(livekit, clock))
            : Optional.empty());
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

  public Calls calls() {
    return calls;
  }

  public Desk desk() {
    return desk;
  }

  public CallMedia callMedia() {
    return callMedia;
  }

  public CreateStudy createStudy() {
    return new CreateStudy(groups, clock);
  }

  public ManageMembers members() {
    return new ManageMembers(groups, clock);
  }

  public StartCall startCall() {
    return new StartCall(desk, calls, news.get(), clock);
  }

  public JoinCall joinCall() {
    return new JoinCall(desk, calls, news.get(), clock);
  }

  public LeaveCall leaveCall() {
    return new LeaveCall(desk, calls, news.get(), clock);
  }

  public ReadHistory readHistory() {
    return new ReadHistory(desk, history);
  }

  public ReadStatistics readStatistics() {
    return new ReadStatistics(groups, sums, clock);
  }

  /** Loads what the first request would, by looking for something that is not there. */
  public void prime() {
    desk.look("-", "-");
  }
}
