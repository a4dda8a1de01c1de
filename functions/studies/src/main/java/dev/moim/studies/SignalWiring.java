package dev.moim.studies;

import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.apigateway.GatewaySockets;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.studies.call.CallNews;
import dev.moim.studies.call.Calls;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.signal.Admission;
import dev.moim.studies.signal.Attendance;
import dev.moim.studies.signal.Broadcast;
import dev.moim.studies.signal.Deadlines;
import dev.moim.studies.signal.Dispatcher;
import dev.moim.studies.signal.Events;
import dev.moim.studies.signal.LeaveStudy;
import dev.moim.studies.signal.LoseSocket;
import dev.moim.studies.signal.Online;
import dev.moim.studies.signal.ReconcileCalls;
import dev.moim.studies.signal.Senders;
import dev.moim.studies.signal.SocketEvent;
import dev.moim.studies.signal.StudySockets;
import dev.moim.studies.signal.dynamodb.DynamoOnline;
import dev.moim.studies.signal.dynamodb.DynamoStudySockets;
import dev.moim.studies.websocket.Frames;
import dev.moim.studies.websocket.StudyNews;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the family's socket together, as {@link StudiesWiring} does the rest. */
public final class SignalWiring {

  private static final Duration GRACE = Duration.ofSeconds(30);

  private final StudiesWiring studies;
  private final Clock clock;
  private final Duration grace;
  private final Sockets sockets;
  private final Timers timers;
  private final StudySockets studySockets;
  private final Calls calls;
  private final Online online;

  public SignalWiring(Settings settings) {
    this(settings, StudiesWiring.clock(), new AwsClients(settings));
  }

  private SignalWiring(Settings settings, Clock clock, AwsClients aws) {
    this(settings, clock, aws.dynamoDb(), sockets(settings, aws), timers(settings, aws));
  }

  private static Sockets sockets(Settings settings, AwsClients aws) {
    return new GatewaySockets(aws.connections(URI.create(settings.require("SOCKET_ENDPOINT"))));
  }

  private static Timers timers(Settings settings, AwsClients aws) {
    return new SqsTimers(aws.sqs(), settings.require("TIMERS_QUEUE"));
  }

  /** How functions that serve requests tell sockets of what they did. */
  static CallNews news(Settings settings) {
    AwsClients aws = new AwsClients(settings);
    Timers timers = timers(settings, aws);
    return new StudyNews(new Broadcast(sockets(settings, aws), timers), timers);
  }

  /** With every outside party given: what tests replace. */
  public SignalWiring(
      Settings settings, Clock clock, DynamoDbClient dynamo, Sockets sockets, Timers timers) {
    studies = new StudiesWiring(settings, clock, dynamo, () -> new StudyNews(broadcast(), timers));
    this.clock = clock;
    this.sockets = sockets;
    this.timers = timers;
    grace = settings.seconds("RECONNECT_GRACE_SECONDS", GRACE);
    studySockets = new DynamoStudySockets(dynamo, settings.require("CONNECTIONS_TABLE"), clock);
    calls = studies.calls();
    online = new DynamoOnline(dynamo, settings.require("STUDY_CALLS_TABLE"));
  }

  /** The rest of the family, which tells these sockets of what its requests do. */
  public StudiesWiring studies() {
    return studies;
  }

  public Sockets sockets() {
    return sockets;
  }

  public StudySockets studySockets() {
    return studySockets;
  }

  public Identities identities() {
    return studies.identities();
  }

  public Broadcast broadcast() {
    return new Broadcast(sockets, timers);
  }

  public Map<String, SocketEvent> events() {
    return Events.byName(studySockets, calls, studies.groups(), online, clock);
  }

  public Frames frames() {
    return new Frames(new Dispatcher(events(), broadcast()), admission());
  }

  public EngineIoTimers engineIo() {
    return new EngineIoTimers(sockets, timers, frames()::welcome);
  }

  private Admission admission() {
    return new Admission(studySockets, identities());
  }

  public LoseSocket loseSocket() {
    LeaveStudy leaveStudy = new LeaveStudy(new Senders(studySockets), studySockets, online, clock);
    return new LoseSocket(studySockets, calls, leaveStudy, broadcast(), timers, clock, grace);
  }

  public Deadlines deadlines() {
    return new Deadlines(calls, loseSocket(), attendance(), timers, clock);
  }

  public ReconcileCalls reconcileCalls() {
    return new ReconcileCalls(calls, sockets, loseSocket(), attendance(), clock);
  }

  private Attendance attendance() {
    return studies.callMedia()::isThere;
  }
}
