package dev.moim.calls;

import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.MailboxDelivery;
import dev.moim.calls.media.GroupMedia;
import dev.moim.calls.relay.FindRecipient;
import dev.moim.calls.room.CloseDisabled;
import dev.moim.calls.room.CurrentState;
import dev.moim.calls.room.EndRoom;
import dev.moim.calls.room.FreeSeat;
import dev.moim.calls.room.FreeStray;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.TellChange;
import dev.moim.calls.room.UnjoinedRoom;
import dev.moim.calls.session.ConnectionTimers;
import dev.moim.calls.session.EndConnection;
import dev.moim.calls.session.EndIdle;
import dev.moim.calls.session.LoseConnection;
import dev.moim.calls.session.Reconcile;
import dev.moim.calls.session.RepairRoom;
import dev.moim.calls.session.TakeOver;
import dev.moim.calls.websocket.CallFrames;
import dev.moim.calls.websocket.CallFraming;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.RateLimits.Limited;
import dev.moim.shared.media.IceServers;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.json.IceSettings;
import dev.moim.shared.media.livekit.LiveKit;
import dev.moim.shared.rooms.MemberChange;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.LateNews;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.shared.sockets.polling.dynamodb.DynamoPollingSessions;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.shared.sockets.socketio.Greeting;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the family together: which class stands behind each port. */
public final class CallsWiring {

  private final Deployment deployment;
  private final StoresWiring stores;
  private final GroupMedia media;
  private final FreeSeat freeSeat;
  private final LoseConnection loseConnection;
  private final MailboxDelivery mailboxDelivery;
  private final Outbox outbox;

  /** Of a function that serves the family's routes, on AWS or behind the local gateway. */
  public static CallsWiring ofLambda() {
    Deployment deployment = Deployment.of(Environment.settings());
    return new CallsWiring(deployment, LiveKit.of(deployment).media());
  }

  /**
   * @param mediaServer asked for when a video room is opened or joined
   */
  public CallsWiring(Deployment deployment, Supplier<Media> mediaServer) {
    this.deployment = deployment;
    Sockets sockets = deployment.sockets();
    Timers timers = deployment.timers();
    stores = StoresWiring.in(deployment);
    media = new GroupMedia(mediaServer, stores.licenses(), stores.rooms(), timers);
    freeSeat =
        new FreeSeat(
            stores.rooms(),
            stores.seats(),
            stores.leases(),
            stores.licenses(),
            stores.connections(),
            media,
            deployment.clock());
    loseConnection =
        new LoseConnection(
            endIdle(),
            stores.connections(),
            stores.seats(),
            sockets,
            timers,
            deployment.clock(),
            deployment.reconnectGrace());
    CallFraming framing = new CallFraming();
    mailboxDelivery =
        new MailboxDelivery(
            stores.mailbox(), stores.registrations(), sockets, timers, framing, loseConnection);
    outbox = new Outbox(sockets, timers, framing, mailboxDelivery, deployment.clock());
  }

  /** Runs any operation of the family by its eventOp. */
  public Dispatcher dispatcher() {
    return new Dispatcher(operations(), new CallErrors(), outbox, deployment.pause());
  }

  Map<String, Operation> operations() {
    return new Operations(deployment, stores, this).byEventOp();
  }

  /** What each kind of timer does. */
  public TimerActions timerActions() {
    LateNews late = new CurrentState(stores.rooms());
    TimerActions actions = new TimerActions().on(Outbox.RETRY, retry -> outbox.retry(retry, late));
    engineIo().addTo(actions);
    new ConnectionTimers(stores.connections(), loseConnection, endConnection(), mailboxDelivery)
        .addTo(actions);
    relayInOrder().addTo(actions, outbox, new FindRecipient(stores.rooms())::now);
    return actions
        .on(FreeStray.TIMER, freeStray()::onTimer)
        .on(UnjoinedRoom.TIMER, new UnjoinedRoom(stores.rooms(), freeSeat)::expire)
        .on(CloseDisabled.TIMER, closeDisabled()::onTimer)
        .on(MemberChange.TIMER, new TellChange(stores.rooms(), outbox)::onTimer)
        .on(GroupMedia.REMOVE, media::onRemove)
        .on(GroupMedia.PERMIT, media::onPermit)
        .on(GroupMedia.CLOSE, media::onClose);
  }

  public CallFrames frames() {
    return new CallFrames(
        dispatcher(), stores.connections(), sockets(), DynamoPollingSessions.in(deployment));
  }

  /** Anybody may connect: who it is, {@code register} says. */
  public EngineIoTimers engineIo() {
    String connected = SocketIoCodec.frame(Connect.consent(EngineIoVersion.V3, "/", ""));
    return new EngineIoTimers(
        deployment.sockets(),
        deployment.timers(),
        ignored -> connected,
        new Greeting(deployment.pingInterval()),
        DynamoPollingSessions.in(deployment));
  }

  public Reconcile reconcile() {
    RepairRoom repair =
        new RepairRoom(
            stores.connections(),
            deployment.sockets(),
            loseConnection,
            endConnection(),
            freeSeat,
            freeStray(),
            deployment.clock());
    return new Reconcile(stores.licenses(), stores.rooms(), stores.directory(), repair);
  }

  private FreeStray freeStray() {
    return new FreeStray(
        stores.connections(), stores.rooms(), freeSeat, outbox, deployment.timers());
  }

  public CloseDisabled closeDisabled() {
    return new CloseDisabled(
        stores.licenseControl(),
        stores.licenses(),
        stores.rooms(),
        stores.directory(),
        endRoom(),
        outbox,
        deployment.timers());
  }

  public Connections connections() {
    return stores.connections();
  }

  public Sockets sockets() {
    return deployment.sockets();
  }

  public LoseConnection loseConnection() {
    return loseConnection;
  }

  public EndConnection endConnection() {
    return new EndConnection(
        endIdle(),
        stores.connections(),
        stores.registrations(),
        stores.mailbox(),
        stores.rooms(),
        freeSeat,
        outbox);
  }

  private EndIdle endIdle() {
    return new EndIdle(stores.connections(), stores.registrations());
  }

  EndRoom endRoom() {
    return new EndRoom(stores.rooms(), stores.licenses(), stores.connections(), media);
  }

  TakeOver takeOver() {
    return new TakeOver(
        stores.connections(),
        stores.registrations(),
        deployment.sockets(),
        stores.rooms(),
        stores.seats(),
        deployment.timers());
  }

  RelayInOrder relayInOrder() {
    return new RelayInOrder(
        stores.negotiations(), deployment.timers(), deployment.clock(), deployment.pause());
  }

  Membership membership() {
    return new Membership(stores.rooms(), stores.connections(), limits().of(Limited.ROOM).rate());
  }

  IceServers iceServers() {
    return IceSettings.of(deployment);
  }

  RateLimits limits() {
    return RateLimits.from(deployment.settings());
  }

  GroupMedia media() {
    return media;
  }

  FreeSeat freeSeat() {
    return freeSeat;
  }
}
