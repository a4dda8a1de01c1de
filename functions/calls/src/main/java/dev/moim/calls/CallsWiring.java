package dev.moim.calls;

import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Holders;
import dev.moim.calls.connection.Mailbox;
import dev.moim.calls.connection.Outbox;
import dev.moim.calls.connection.dynamodb.DynamoConnections;
import dev.moim.calls.connection.dynamodb.DynamoHolders;
import dev.moim.calls.connection.dynamodb.DynamoMailbox;
import dev.moim.calls.media.GroupMedia;
import dev.moim.calls.room.CloseDisabled;
import dev.moim.calls.room.EndRoom;
import dev.moim.calls.room.Leaving;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.UnjoinedRoom;
import dev.moim.calls.session.EndConnection;
import dev.moim.calls.session.IceServers;
import dev.moim.calls.session.LoseConnection;
import dev.moim.calls.session.Reconcile;
import dev.moim.calls.session.TakeOver;
import dev.moim.calls.websocket.Dialect;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.AwsSecrets;
import dev.moim.shared.aws.apigateway.GatewaySockets;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.livekit.LiveKitSettings;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.dynamodb.DynamoMediaRooms;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
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

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class CallsWiring {

  private static final Duration GRACE = Duration.ofSeconds(30);

  /** Anybody may connect: who it is, {@code register} says. */
  private static final String ROOT_CONNECTED =
      SocketIoCodec.frame(Connect.consent(EngineIoVersion.V3, "/", ""));

  final Clock clock;
  final Duration grace;
  final RateLimits limits;
  final Connections connections;
  final Holders holders;
  final Rooms rooms;
  final Seats seats;
  final Licenses licenses;
  final Sockets sockets;
  final Timers timers;
  final Membership membership;
  final Leaving leaving;
  final EndRoom endRoom;
  final LoseConnection loseConnection;
  final EndConnection endConnection;
  final IceServers iceServers;
  final GroupMedia media;
  final MediaRooms mediaRooms;
  private final LicenseControl licenseControl;
  private final Outbox outbox;
  private final Notices notices;

  public CallsWiring(Settings settings) {
    this(settings, Clock.systemUTC(), new AwsClients(settings));
  }

  private CallsWiring(Settings settings, Clock clock, AwsClients aws) {
    this(
        settings,
        clock,
        aws.dynamoDb(),
        new GatewaySockets(aws.connections(URI.create(settings.require("SOCKET_ENDPOINT")))),
        new SqsTimers(aws.sqs(), settings.require("TIMERS_QUEUE")),
        new AwsSecrets(settings, aws::secrets, clock));
  }

  private CallsWiring(
      Settings settings,
      Clock clock,
      DynamoDbClient dynamo,
      Sockets sockets,
      Timers timers,
      AwsSecrets secrets) {
    this(
        settings,
        clock,
        dynamo,
        sockets,
        timers,
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
    this.clock = clock;
    this.sockets = sockets;
    this.timers = timers;
    grace = settings.seconds("RECONNECT_GRACE_SECONDS", GRACE);
    limits = RateLimits.from(settings);
    String connectionsTable = settings.require("CONNECTIONS_TABLE");
    connections = new DynamoConnections(dynamo, connectionsTable, clock);
    holders = new DynamoHolders(dynamo, connectionsTable, clock);
    Mailbox mailbox = new DynamoMailbox(dynamo, settings.require("MAILBOX_TABLE"), clock);
    String roomsTable = settings.require("ROOMS_TABLE");
    rooms = new DynamoRooms(dynamo, roomsTable, clock);
    mediaRooms = new DynamoMediaRooms(dynamo, roomsTable, clock);
    media = new GroupMedia(mediaServer, rooms, timers);
    seats = new DynamoSeats(dynamo, roomsTable);
    String licensesTable = settings.require("LICENSES_TABLE");
    licenses = new DynamoLicenses(dynamo, licensesTable, limits, clock);
    licenseControl = new DynamoLicenseControl(dynamo, licensesTable);
    membership = new Membership(rooms, connections);
    endRoom = new EndRoom(rooms, licenses, connections, media);
    leaving = new Leaving(rooms, seats, licenses, connections, media);
    loseConnection = new LoseConnection(connections, seats, sockets, timers, clock, grace);
    outbox = new Outbox(sockets, mailbox, holders, timers, loseConnection, Dialect::frame);
    notices = new Notices(outbox);
    endConnection = new EndConnection(connections, holders, mailbox, rooms, leaving, notices);
    iceServers =
        new IceServers(
            settings.list("STUN_URLS"),
            settings.list("TURN_URLS"),
            () -> turnSecret.map(Supplier::get),
            clock);
  }

  TakeOver takeOver() {
    return new TakeOver(connections, holders, sockets, rooms, seats, timers);
  }

  /** Runs any operation of the family by its eventOp. */
  public Dispatcher dispatcher() {
    return new Dispatcher(new Operations(this).byEventOp(), notices);
  }

  public Reconcile reconcile() {
    return new Reconcile(
        licenses,
        rooms,
        connections,
        sockets,
        loseConnection,
        endConnection,
        leaving,
        notices,
        clock,
        grace);
  }

  public CloseDisabled closeDisabled() {
    return new CloseDisabled(licenseControl, licenses, rooms, endRoom, notices, timers);
  }

  public UnjoinedRoom unjoinedRoom() {
    return new UnjoinedRoom(rooms, leaving);
  }

  public GroupMedia media() {
    return media;
  }

  public Connections connections() {
    return connections;
  }

  public Sockets sockets() {
    return sockets;
  }

  public Timers timers() {
    return timers;
  }

  public EngineIoTimers engineIo() {
    return new EngineIoTimers(sockets, timers, ignored -> ROOT_CONNECTED);
  }

  public Outbox outbox() {
    return outbox;
  }

  public LoseConnection loseConnection() {
    return loseConnection;
  }

  public EndConnection endConnection() {
    return endConnection;
  }
}
