package dev.moim.calls;

import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.MailboxDelivery;
import dev.moim.calls.media.GroupMedia;
import dev.moim.calls.relay.FindRecipient;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.calls.room.CloseDisabled;
import dev.moim.calls.room.EndRoom;
import dev.moim.calls.room.FreeSeat;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.UnjoinedRoom;
import dev.moim.calls.session.ConnectionTimers;
import dev.moim.calls.session.EndConnection;
import dev.moim.calls.session.IceServers;
import dev.moim.calls.session.LoseConnection;
import dev.moim.calls.session.Reconcile;
import dev.moim.calls.session.RepairRoom;
import dev.moim.calls.session.TakeOver;
import dev.moim.calls.websocket.CallFrames;
import dev.moim.calls.websocket.CallFraming;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.AwsSecrets;
import dev.moim.shared.aws.apigateway.GatewaySockets;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.livekit.LiveKitSettings;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the family together: which class stands behind each port. */
public final class CallsWiring {

  private static final Duration GRACE = Duration.ofSeconds(30);

  /** What every function of the family shares. */
  record Given(
      Settings settings,
      Clock clock,
      Sockets sockets,
      Timers timers,
      Supplier<Optional<String>> turnSecret,
      StoresWiring stores) {

    Duration grace() {
      return settings.seconds("RECONNECT_GRACE_SECONDS", GRACE);
    }
  }

  private final Given given;
  private final StoresWiring stores;
  private final GroupMedia media;
  private final FreeSeat freeSeat;
  private final LoseConnection loseConnection;
  private final MailboxDelivery mailboxDelivery;
  private final Outbox outbox;

  public static CallsWiring ofLambda() {
    Settings settings = Environment.settings();
    Clock clock = Clock.systemUTC();
    AwsClients aws = new AwsClients(settings);
    AwsSecrets secrets = new AwsSecrets(settings, aws::secrets, clock);
    return new CallsWiring(
        settings,
        clock,
        aws.dynamoDb(),
        new GatewaySockets(aws.connections(URI.create(settings.require("SOCKET_ENDPOINT")))),
        new SqsTimers(aws.sqs(), settings.require("TIMERS_QUEUE")),
        secrets.find("TURN_SECRET", "TURN_SECRET_ARN"),
        LiveKitSettings.media(
            LiveKitSettings.from(
                settings, secrets.find("LIVEKIT_API_SECRET", "LIVEKIT_SECRET_ARN")),
            clock));
  }

  /** With every outside party given: what tests replace. */
  public CallsWiring(
      Settings settings,
      Clock clock,
      DynamoDbClient dynamo,
      Sockets sockets,
      Timers timers,
      Optional<Supplier<String>> turnSecret,
      Supplier<Media> mediaServer) {
    stores = StoresWiring.in(settings, dynamo, clock);
    given =
        new Given(
            settings, clock, sockets, timers, () -> turnSecret.map(Supplier::get), stores);
    media = new GroupMedia(mediaServer, stores.rooms(), timers);
    freeSeat =
        new FreeSeat(
            stores.rooms(), stores.seats(), stores.licenses(), stores.connections(), media);
    loseConnection =
        new LoseConnection(
            stores.connections(), stores.seats(), sockets, timers, clock, given.grace());
    CallFraming framing = new CallFraming();
    mailboxDelivery =
        new MailboxDelivery(
            stores.mailbox(), stores.registrations(), sockets, timers, framing, loseConnection);
    outbox = new Outbox(sockets, timers, framing, mailboxDelivery);
  }

  /** Runs any operation of the family by its eventOp. */
  public Dispatcher dispatcher() {
    return new Dispatcher(
        new Operations(given, this).byEventOp(), new CallErrors(), outbox, CallsWiring::sleep);
  }

  /** What each kind of timer does. */
  public TimerActions timerActions() {
    TimerActions actions = new TimerActions().on(Outbox.RETRY, outbox::retry);
    engineIo().addTo(actions);
    new ConnectionTimers(stores.connections(), loseConnection, endConnection(), mailboxDelivery)
        .addTo(actions);
    relayInOrder().addTo(actions, outbox, new FindRecipient(stores.rooms())::now);
    return actions
        .on(UnjoinedRoom.TIMER, new UnjoinedRoom(stores.rooms(), freeSeat)::expire)
        .on(CloseDisabled.TIMER, closeDisabled()::onTimer)
        .on(GroupMedia.REMOVE, media::onRemove)
        .on(GroupMedia.CLOSE, media::onClose);
  }

  public CallFrames frames() {
    return new CallFrames(dispatcher(), stores.connections());
  }

  /** Anybody may connect: who it is, {@code register} says. */
  public EngineIoTimers engineIo() {
    String connected = SocketIoCodec.frame(Connect.consent(EngineIoVersion.V3, "/", ""));
    return new EngineIoTimers(given.sockets(), given.timers(), ignored -> connected);
  }

  public Reconcile reconcile() {
    RepairRoom repair =
        new RepairRoom(
            stores.connections(),
            given.sockets(),
            loseConnection,
            endConnection(),
            freeSeat,
            outbox,
            given.clock());
    return new Reconcile(stores.licenses(), stores.rooms(), repair);
  }

  public CloseDisabled closeDisabled() {
    return new CloseDisabled(
        stores.licenseControl(),
        stores.licenses(),
        stores.rooms(),
        endRoom(),
        outbox,
        given.timers());
  }

  public Connections connections() {
    return stores.connections();
  }

  public Sockets sockets() {
    return given.sockets();
  }

  public LoseConnection loseConnection() {
    return loseConnection;
  }

  public EndConnection endConnection() {
    return new EndConnection(
        stores.connections(),
        stores.registrations(),
        stores.mailbox(),
        stores.rooms(),
        freeSeat,
        outbox);
  }

  EndRoom endRoom() {
    return new EndRoom(stores.rooms(), stores.licenses(), stores.connections(), media);
  }

  TakeOver takeOver() {
    return new TakeOver(
        stores.connections(),
        stores.registrations(),
        given.sockets(),
        stores.rooms(),
        stores.seats(),
        given.timers());
  }

  RelayInOrder relayInOrder() {
    return new RelayInOrder(
        stores.negotiations(), given.timers(), given.clock(), CallsWiring::sleep);
  }

  Membership membership() {
    return new Membership(stores.rooms(), stores.connections());
  }

  IceServers iceServers() {
    return new IceServers(
        given.settings().list("STUN_URLS"),
        given.settings().list("TURN_URLS"),
        given.turnSecret(),
        given.clock());
  }

  RateLimits limits() {
    return RateLimits.from(given.settings());
  }

  GroupMedia media() {
    return media;
  }

  FreeSeat freeSeat() {
    return freeSeat;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
