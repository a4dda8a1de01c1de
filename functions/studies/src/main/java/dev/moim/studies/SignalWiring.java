package dev.moim.studies;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.LateNews;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.Unreachable;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.shared.sockets.negotiation.dynamodb.DynamoNegotiations;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.polling.dynamodb.DynamoPollingSessions;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.shared.sockets.socketio.Greeting;
import dev.moim.shared.sockets.socketio.PollingUpgrade;
import dev.moim.shared.sockets.socketio.PollingUpgrade.Origin;
import dev.moim.shared.sockets.socketio.SocketIoServer;
import dev.moim.studies.call.CallMedia;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.SessionToJoin;
import dev.moim.studies.call.dynamodb.DynamoCalls;
import dev.moim.studies.call.dynamodb.DynamoTraces;
import dev.moim.studies.call.dynamodb.StudyTables;
import dev.moim.studies.forget.ForgetPerson;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.signal.CurrentState;
import dev.moim.studies.signal.Deadlines;
import dev.moim.studies.signal.EndParticipation;
import dev.moim.studies.signal.Events;
import dev.moim.studies.signal.Events.Stores;
import dev.moim.studies.signal.GoOffline;
import dev.moim.studies.signal.LookAgain;
import dev.moim.studies.signal.LoseSocket;
import dev.moim.studies.signal.OnlineSockets;
import dev.moim.studies.signal.ReconcileCalls;
import dev.moim.studies.signal.ReconcileOnline;
import dev.moim.studies.signal.SenderLookup;
import dev.moim.studies.signal.SignalErrors;
import dev.moim.studies.signal.StraySockets;
import dev.moim.studies.signal.StudySockets;
import dev.moim.studies.signal.dynamodb.DynamoLookAgain;
import dev.moim.studies.signal.dynamodb.DynamoOnlineSockets;
import dev.moim.studies.signal.dynamodb.DynamoStudySockets;
import dev.moim.studies.signal.dynamodb.SocketTables;
import dev.moim.studies.socketio.StudyAdmission;
import dev.moim.studies.socketio.StudyEventStyle;
import dev.moim.studies.socketio.StudyFrames;
import dev.moim.studies.socketio.StudyFraming;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the family's socket together. */
public final class SignalWiring {

  private static final Framing FRAMING = new StudyFraming();

  private final Deployment deployment;
  private final StudyTables tables;
  private final String connections;
  private final StudySockets sockets;
  private final Calls calls;
  private final CallMedia media;
  private final Groups groups;
  private final OnlineSockets online;
  private final Identities identities;
  private final Outbox outbox;

  public SignalWiring(Deployment deployment) {
    this.deployment = deployment;
    DynamoDbClient dynamo = deployment.dynamo();
    tables = StudyTables.of(deployment.settings());
    connections = deployment.settings().require("CONNECTIONS_TABLE");
    sockets = new DynamoStudySockets(dynamo, connections, deployment.clock());
    calls = new DynamoCalls(dynamo, tables.calls());
    media = new CallWiring(deployment).media();
    groups = new DynamoGroups(dynamo, tables.groups());
    online = new DynamoOnlineSockets(dynamo, tables.calls());
    identities = IdentityWiring.identities(deployment);
    outbox = outbox(deployment);
  }

  /** Whoever misses a message asks for the state of the room when they come back. */
  static Outbox outbox(Deployment deployment) {
    Timers timers = deployment.timers();
    return new Outbox(
        deployment.sockets(), timers, FRAMING, Unreachable.lettingGo(timers), deployment.clock());
  }

  public StudySockets studySockets() {
    return sockets;
  }

  public OnlineSockets onlineSockets() {
    return online;
  }

  public Identities identities() {
    return identities;
  }

  public Map<String, Operation> events() {
    SessionToJoin sessions = new CallWiring(deployment).sessionToJoin();
    return Events.byName(
        new Stores(sockets, calls, sessions, groups, online, look()),
        relayInOrder(),
        deployment.timers(),
        deployment.clock());
  }

  public StudyFrames frames() {
    Dispatcher dispatcher = dispatcher();
    return new StudyFrames(server(dispatcher), dispatcher, FRAMING);
  }

  public EngineIoTimers engineIo() {
    return new EngineIoTimers(
        deployment.sockets(),
        deployment.timers(),
        server(dispatcher())::welcome,
        new Greeting(deployment.pingInterval()),
        DynamoPollingSessions.in(deployment));
  }

  public LoseSocket loseSocket() {
    return new LoseSocket(
        sockets,
        calls,
        goOffline(),
        outbox,
        deployment.timers(),
        deployment.clock(),
        deployment.reconnectGrace());
  }

  public TimerActions timerActions() {
    TimerActions actions = new TimerActions();
    engineIo().addTo(actions);
    deadlines().addTo(actions);
    relayInOrder().addTo(actions, outbox, pair -> sockets.findPeer(pair.to()));
    LateNews late = new CurrentState(sockets, calls, online, deployment.clock());
    return actions
        .on(Outbox.RETRY, retry -> outbox.retry(retry, late))
        .on(
            Unreachable.CLOSED_TIMER,
            Unreachable.ifClosed(deployment.sockets(), loseSocket()::closed));
  }

  public ReconcileCalls reconcileCalls() {
    return new ReconcileCalls(
        calls,
        deployment.sockets(),
        loseSocket(),
        new StraySockets(sockets, calls, outbox),
        endParticipation(),
        media,
        deployment.clock());
  }

  public EndParticipation endParticipation() {
    return new EndParticipation(groups, calls, sockets, online, media, outbox, deployment.clock());
  }

  public ForgetPerson forgetPerson() {
    return new ForgetPerson(
        groups, endParticipation()::of, new DynamoTraces(deployment.dynamo(), tables.calls()));
  }

  public ReconcileOnline reconcileOnline() {
    return new ReconcileOnline(
        online,
        sockets,
        deployment.sockets(),
        loseSocket(),
        goOffline(),
        outbox,
        deployment.clock());
  }

  private GoOffline goOffline() {
    return new GoOffline(new SenderLookup(sockets), sockets, online);
  }

  private LookAgain look() {
    return new DynamoLookAgain(deployment.dynamo(), new SocketTables(connections, tables.calls()));
  }

  private RelayInOrder relayInOrder() {
    return new RelayInOrder(
        new DynamoNegotiations(deployment.dynamo(), connections, deployment.clock()),
        deployment.timers(),
        deployment.clock(),
        deployment.pause());
  }

  private Deadlines deadlines() {
    return new Deadlines(calls, loseSocket(), media, deployment.timers(), deployment.clock());
  }

  private SocketIoServer server(Dispatcher dispatcher) {
    return new SocketIoServer(
        dispatcher,
        new StudyEventStyle(),
        new StudyAdmission(sockets, identities),
        FRAMING,
        new PollingUpgrade(
            DynamoPollingSessions.in(deployment), this::origin, deployment.sockets()));
  }

  /** A socket whose client began by polling has its session's id. */
  private Optional<Origin> origin(String connectionId) {
    return sockets
        .findNow(connectionId)
        .flatMap(socket ->
            SessionId.parse(socket.socketId())
                .map(session -> new Origin(session, StudyAdmission.version(socket))));
  }

  private Dispatcher dispatcher() {
    return new Dispatcher(events(), new SignalErrors(), outbox, deployment.pause());
  }
}
