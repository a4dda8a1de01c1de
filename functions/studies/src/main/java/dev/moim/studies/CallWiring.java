package dev.moim.studies;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.media.IceServers;
import dev.moim.shared.media.json.IceSettings;
import dev.moim.shared.media.livekit.LiveKit;
import dev.moim.studies.call.CallMedia;
import dev.moim.studies.call.CallObserver;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.JoinCall;
import dev.moim.studies.call.LeaveCall;
import dev.moim.studies.call.ReadStatus;
import dev.moim.studies.call.SessionToJoin;
import dev.moim.studies.call.StartCall;
import dev.moim.studies.call.StudyReader;
import dev.moim.studies.call.dynamodb.DynamoCalls;
import dev.moim.studies.call.dynamodb.DynamoStudyReader;
import dev.moim.studies.call.dynamodb.StudyTables;
import dev.moim.studies.history.ReadHistory;
import dev.moim.studies.history.ReadStatistics;
import dev.moim.studies.history.dynamodb.DynamoCallHistory;
import dev.moim.studies.history.dynamodb.DynamoRollups;
import dev.moim.studies.http.RouteSetup;
import dev.moim.studies.signal.TellSockets;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what requests about calls, their history and their statistics need. */
public final class CallWiring {

  private final Deployment deployment;
  private final StudyTables tables;
  private final DynamoDbClient dynamo;
  private final Calls calls;
  private final StudyReader reader;

  public CallWiring(Deployment deployment) {
    this.deployment = deployment;
    tables = StudyTables.of(deployment.settings());
    dynamo = deployment.dynamo();
    calls = new DynamoCalls(dynamo, tables.calls());
    reader = new DynamoStudyReader(dynamo, tables);
  }

  public RouteSetup routes() {
    return IdentityWiring.routes(deployment, () -> reader.memberAndCall("-", User.of("-")));
  }

  public Calls calls() {
    return calls;
  }

  public CallMedia media() {
    LiveKit livekit = LiveKit.of(deployment);
    return new CallMedia(livekit.isDeployed() ? Optional.of(livekit.media()) : Optional.empty());
  }

  public IceServers iceServers() {
    return IceSettings.of(deployment);
  }

  public StartCall startCall() {
    return new StartCall(reader, calls, observer(), deployment.clock());
  }

  public ReadStatus readStatus() {
    return new ReadStatus(reader);
  }

  /** For joins by a request and over a socket alike. */
  SessionToJoin sessionToJoin() {
    boolean starts =
        deployment.settings().find("JOIN_STARTS_CALL").filter("true"::equals).isPresent();
    return new SessionToJoin(reader, starts ? Optional.of(startCall()) : Optional.empty());
  }

  public JoinCall joinCall() {
    return new JoinCall(sessionToJoin(), calls, observer(), media(), deployment.clock());
  }

  public LeaveCall leaveCall() {
    return new LeaveCall(reader, calls, observer(), deployment.clock());
  }

  public ReadHistory readHistory() {
    return new ReadHistory(reader, new DynamoCallHistory(dynamo, tables.calls()));
  }

  public ReadStatistics readStatistics() {
    return new ReadStatistics(
        new DynamoGroups(dynamo, tables.groups()),
        new DynamoRollups(dynamo, tables),
        deployment.clock());
  }

  private CallObserver observer() {
    return new TellSockets(
        SignalWiring.outbox(deployment),
        deployment.timers(),
        () -> new SignalWiring(deployment).studySockets(),
        deployment.clock());
  }
}
