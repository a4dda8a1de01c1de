package dev.moim.studies;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.media.livekit.LiveKit;
import dev.moim.studies.call.CallMedia;
import dev.moim.studies.call.CallNews;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Desk;
import dev.moim.studies.call.JoinCall;
import dev.moim.studies.call.LeaveCall;
import dev.moim.studies.call.ReadStatus;
import dev.moim.studies.call.StartCall;
import dev.moim.studies.call.dynamodb.DynamoCalls;
import dev.moim.studies.call.dynamodb.DynamoDesk;
import dev.moim.studies.call.dynamodb.StudyTables;
import dev.moim.studies.history.ReadHistory;
import dev.moim.studies.history.ReadStatistics;
import dev.moim.studies.history.dynamodb.DynamoCallHistory;
import dev.moim.studies.history.dynamodb.DynamoCallSums;
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
  private final Desk desk;

  public CallWiring(Deployment deployment) {
    this.deployment = deployment;
    tables = StudyTables.of(deployment.settings());
    dynamo = deployment.dynamo();
    calls = new DynamoCalls(dynamo, tables.calls());
    desk = new DynamoDesk(dynamo, tables);
  }

  public RouteSetup routes() {
    return new RouteSetup(IdentityWiring.identities(deployment), () -> desk.look("-", "-"));
  }

  public Calls calls() {
    return calls;
  }

  public CallMedia media() {
    LiveKit livekit = LiveKit.of(deployment);
    return new CallMedia(livekit.isDeployed() ? Optional.of(livekit.media()) : Optional.empty());
  }

  public StartCall startCall() {
    return new StartCall(desk, calls, news(), deployment.clock());
  }

  public ReadStatus readStatus() {
    return new ReadStatus(desk);
  }

  public JoinCall joinCall() {
    return new JoinCall(desk, calls, news(), media(), deployment.clock());
  }

  public LeaveCall leaveCall() {
    return new LeaveCall(desk, calls, news(), deployment.clock());
  }

  public ReadHistory readHistory() {
    return new ReadHistory(desk, new DynamoCallHistory(dynamo, tables.calls()));
  }

  public ReadStatistics readStatistics() {
    return new ReadStatistics(
        new DynamoGroups(dynamo, tables.groups()),
        new DynamoCallSums(dynamo, tables),
        deployment.clock());
  }

  private CallNews news() {
    return new TellSockets(SignalWiring.outbox(deployment), deployment.timers());
  }
}
