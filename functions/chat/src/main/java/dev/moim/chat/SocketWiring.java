package dev.moim.chat;

import dev.moim.chat.message.Messages;
import dev.moim.chat.stomp.ChatStyle;
import dev.moim.chat.subscription.CatchUp;
import dev.moim.chat.subscription.ChatFamily;
import dev.moim.chat.subscription.ChatSocket;
import dev.moim.chat.subscription.ChatSockets;
import dev.moim.chat.subscription.Connect;
import dev.moim.chat.subscription.FanOut;
import dev.moim.chat.subscription.SendMessage;
import dev.moim.chat.subscription.Subscribe;
import dev.moim.chat.subscription.Unsubscribe;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.people.jwt.Callers;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.LateNews;
import dev.moim.shared.sockets.Limit;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.SentTimes;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.Unreachable;
import dev.moim.shared.sockets.stomp.FrameStream;
import dev.moim.shared.sockets.stomp.StompDialect;
import dev.moim.shared.sockets.stomp.StompServer;
import dev.moim.shared.sockets.stomp.dynamodb.DynamoPieces;
import dev.moim.shared.wire.stomp.StompVersion;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Puts the family's socket together. */
public final class SocketWiring {

  /** Where clients send messages to. */
  private static final String MESSAGES = "/pub/chat/message";

  /** Of one socket: faster than anybody types, and slower than a flood. */
  private static final Rate RATE = new Rate(30, Duration.ofMillis(200));

  private final ChatWiring wiring;
  private final Deployment deployment;

  public SocketWiring(ChatWiring wiring) {
    this.wiring = wiring;
    this.deployment = wiring.deployment();
  }

  public ChatSockets sockets() {
    return wiring.chatSockets();
  }

  public Callers callers() {
    return wiring.callers();
  }

  public StompServer server() {
    Dispatcher dispatcher =
        new Dispatcher(operations(), new ChatFamily(), wiring.outbox(), deployment.pause());
    DynamoPieces pieces =
        new DynamoPieces(deployment.dynamo(), wiring.connections(), deployment.clock());
    return new StompServer(
        dispatcher, new ChatStyle(), new FrameStream(pieces, deployment.pause()), this::version);
  }

  private Optional<StompVersion> version(String connectionId) {
    Optional<String> code = sockets().find(connectionId).map(ChatSocket::version);
    return Arrays.stream(StompVersion.values())
        .filter(version -> code.filter(version.code()::equals).isPresent())
        .findAny();
  }

  private Map<String, Operation> operations() {
    ChatSockets sockets = sockets();
    Messages messages = wiring.messages();
    boolean strict = !deployment.settings().require("ACCESS").equals("documented");
    Connect connect = new Connect(sockets, token -> callers().of(token).id(), strict);
    CatchUp catchUp =
        new CatchUp(
            wiring.subscriptions(), messages, wiring.faces(), wiring.news(), deployment.clock());
    Subscribe subscribe =
        new Subscribe(sockets, wiring.subscriptions(), wiring.rooms(), catchUp, StompDialect::of);
    SendMessage send = new SendMessage(sockets, messages, wiring.tellRoom(), new SentTimes());
    Limit limit = new Limit(RATE, deployment.clock(), ChatError.TOO_MANY);
    return Map.of(
        StompServer.CONNECT,
        connect,
        StompServer.SUBSCRIBE,
        limit.on(subscribe),
        StompServer.UNSUBSCRIBE,
        new Unsubscribe(wiring.subscriptions()),
        StompServer.sendTo(MESSAGES),
        limit.on(send));
  }

  /** What was said stays said: a late message is told as it was. */
  public TimerActions timerActions() {
    Outbox outbox = wiring.outbox();
    FanOut fanOut = wiring.fanOut();
    LateNews late = (to, told, at) -> fanOut.late(to, told);
    return new TimerActions()
        .on(FanOut.TIMER, fanOut::fire)
        .on(Outbox.RETRY, retry -> outbox.retry(retry, late))
        .on(
            Unreachable.CLOSED_TIMER,
            Unreachable.ifClosed(deployment.sockets(), sockets()::remove));
  }
}
