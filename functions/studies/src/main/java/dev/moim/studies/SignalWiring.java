package dev.moim.studies;

import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.apigateway.GatewaySockets;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Pause;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.Unreachable;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.shared.sockets.socketio.SocketIoServer;
import dev.moim.studies.call.CallNews;
import dev.moim.studies.call.Calls;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.signal.Attendance;
import dev.moim.studies.signal.Deadlines;
import dev.moim.studies.signal.Events;
import dev.moim.studies.signal.LeaveStudy;
import dev.moim.studies.signal.LoseSocket;
import dev.moim.studies.signal.Online;
import dev.moim.studies.signal.ReconcileCalls;
import dev.moim.studies.signal.Senders;
import dev.moim.studies.signal.SignalErrors;
import dev.moim.studies.signal.StudySockets;
import dev.moim.studies.signal.dynamodb.DynamoOnline;
import dev.moim.studies.signal.dynamodb.DynamoStudySockets;
import dev.moim.studies.socketio.StudyAdmission;
import dev.moim.studies.socketio.StudyEventStyle;
import dev.moim.studies.socketio.StudyFrames;
import dev.moim.studies.socketio.StudyFraming;
import dev.moim.studies.websocket.StudyNews;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the family's socket together, as {@link StudiesWiring} does the rest. */
public final class SignalWiring {

  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Framing FRAMING = new StudyFraming();

  private final StudiesWiring studies;
  private final Clock clock;
  private final Duration grace;
  private final Sockets sockets;
  private final Timers timers;
  private final StudySockets studySockets;
  private final Calls calls;
  private final Online online;
  private final Outbox outbox;
  private final Consumer<Duration> pause;

  public SignalWiring(Settings settings) {
    this(settings, StudiesWiring.clock(), new AwsClients(settings));
  }

  private SignalWiring(Settings settings, Clock clock, AwsClients aws) {
    this(
        settings,
        clock,
        aws.dynamoDb(),
        sockets(settings, aws),
        timers(settings, aws),
        Pause::sleep);
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
    return new StudyNews(outbox(sockets(settings, aws), timers), timers);
  }

  /** With every outside party given: what tests replace. */
  public SignalWiring(
      Settings settings,
      Clock clock,
      DynamoDbClient dynamo,
      Sockets sockets,
      Timers timers,
      Consumer<Duration> pause) {
    outbox = outbox(sockets, timers);
    this.pause = pause;
    studies = new StudiesWiring(settings, clock, dynamo, () -> new StudyNews(outbox, timers));
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

  public Map<String, Operation> events() {
    return Events.byName(studySockets, calls, studies.groups(), online);
  }

  public StudyFrames frames() {
    Dispatcher dispatcher = dispatcher();
    return new StudyFrames(server(dispatcher), dispatcher, FRAMING);
  }

  public EngineIoTimers engineIo() {
    return new EngineIoTimers(sockets, timers, server(dispatcher())::welcome);
  }

  private SocketIoServer server(Dispatcher dispatcher) {
    StudyAdmission admission = new StudyAdmission(studySockets, identities());
    return new SocketIoServer(dispatcher, new StudyEventStyle(), admission, FRAMING);
  }

  private Dispatcher dispatcher() {
    return new Dispatcher(events(), new SignalErrors(), outbox, pause);
  }

  private static Outbox outbox(Sockets sockets, Timers timers) {
    return new Outbox(sockets, timers, FRAMING, Unreachable.lettingGo(timers));
  }

  public TimerActions timerActions() {
    TimerActions actions = new TimerActions();
    engineIo().addTo(actions);
    new Deadlines(calls, loseSocket(), attendance(), timers, clock).addTo(actions);
    return actions
        .on(Outbox.RETRY, outbox::retry)
        .on(Unreachable.CLOSED_TIMER, loseSocket()::onClosed);
  }

  public LoseSocket loseSocket() {
    LeaveStudy leaveStudy = new LeaveStudy(new Senders(studySockets), studySockets, online);
    return new LoseSocket(studySockets, calls, leaveStudy, outbox, timers, clock, grace);
  }

  public ReconcileCalls reconcileCalls() {
    return new ReconcileCalls(calls, sockets, loseSocket(), attendance(), clock);
  }

  private Attendance attendance() {
    return studies.callMedia()::isThere;
  }
}
