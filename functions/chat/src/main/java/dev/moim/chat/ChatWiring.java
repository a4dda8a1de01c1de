package dev.moim.chat;

import dev.moim.chat.attendance.ComeAndGo;
import dev.moim.chat.attendance.Host;
import dev.moim.chat.dynamodb.ChatTables;
import dev.moim.chat.dynamodb.DynamoChatSockets;
import dev.moim.chat.dynamodb.DynamoMemory;
import dev.moim.chat.dynamodb.DynamoMessages;
import dev.moim.chat.dynamodb.DynamoNotifications;
import dev.moim.chat.dynamodb.DynamoRooms;
import dev.moim.chat.dynamodb.DynamoSubscriptions;
import dev.moim.chat.forget.ForgetPerson;
import dev.moim.chat.http.RoomView;
import dev.moim.chat.http.RouteSetup;
import dev.moim.chat.message.Faces;
import dev.moim.chat.message.Messages;
import dev.moim.chat.message.Portraits;
import dev.moim.chat.notification.Notifications;
import dev.moim.chat.notification.Notify;
import dev.moim.chat.notification.ReadNotifications;
import dev.moim.chat.reaction.FollowMeetings;
import dev.moim.chat.reaction.NotifyOfMeetings;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.ReadHistory;
import dev.moim.chat.room.ReadRooms;
import dev.moim.chat.room.Rooms;
import dev.moim.chat.subscription.ChatNews;
import dev.moim.chat.subscription.ChatSockets;
import dev.moim.chat.subscription.CloseRoom;
import dev.moim.chat.subscription.FanOut;
import dev.moim.chat.subscription.Subscriptions;
import dev.moim.chat.subscription.TellRoom;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.people.People;
import dev.moim.shared.people.dynamodb.DynamoPeople;
import dev.moim.shared.people.jwt.Callers;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Unreachable;
import dev.moim.shared.sockets.stomp.StompFraming;
import dev.moim.shared.uploads.PictureStore;
import java.time.Duration;
import java.util.function.Supplier;

/** Puts the family together, built once per function instance. */
public final class ChatWiring {

  private static final StompFraming FRAMING = new StompFraming();
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final Deployment deployment;
  private final ChatTables tables;
  private final Portraits portraits;

  public ChatWiring(Deployment deployment) {
    this(deployment, new Lazy<>(() -> PictureWiring.pictures(deployment.settings())));
  }

  /**
   * @param pictures where pictures of people and meetings are kept
   */
  public ChatWiring(Deployment deployment, Supplier<PictureStore> pictures) {
    Settings settings = deployment.settings();
    this.deployment = deployment;
    this.portraits = new Portraits(pictures);
    this.tables =
        new ChatTables(
            settings.require("CHATS_TABLE"),
            settings.require("CONNECTIONS_TABLE"),
            settings.require("ACCOUNTS_TABLE"),
            settings.require("GROUPS_TABLE"));
  }

  public Deployment deployment() {
    return deployment;
  }

  public RouteSetup routes() {
    return new RouteSetup(callers(), new RoomView(portraits), () -> rooms().visit(new Asked(0, 0)));
  }

  public Callers callers() {
    return new Callers(new UserTokens(deployment.tokenSecret(), deployment.clock()));
  }

  public ReadRooms readRooms() {
    return new ReadRooms(rooms(), people());
  }

  public ReadHistory readHistory() {
    return new ReadHistory(rooms(), messages(), faces());
  }

  public Host host() {
    return new Host(rooms(), new CloseRoom(subscriptions()));
  }

  public ComeAndGo comeAndGo() {
    return new ComeAndGo(rooms(), tellRoom(), deployment.clock());
  }

  public ReadNotifications readNotifications() {
    return new ReadNotifications(notifications(), rooms());
  }

  /** How long a client waits before it asks for notifications again. */
  public Duration retry() {
    return deployment.settings().seconds("NOTIFICATIONS_POLL_SECONDS", RETRY);
  }

  public NotifyOfMeetings notifyOfMeetings() {
    return new NotifyOfMeetings(new Notify(notifications(), subscriptions(), fanOut()), people());
  }

  private Notifications notifications() {
    return new DynamoNotifications(deployment.dynamo(), tables, deployment.clock());
  }

  public FollowMeetings followMeetings() {
    return new FollowMeetings(
        rooms(), messages(), people(), tellRoom(), new CloseRoom(subscriptions()));
  }

  public ForgetPerson forgetPerson() {
    return new ForgetPerson(
        new DynamoMemory(deployment.dynamo(), tables, rooms()), chatSockets(), deployment::sockets);
  }

  TellRoom tellRoom() {
    return new TellRoom(subscriptions(), fanOut(), news());
  }

  FanOut fanOut() {
    return new FanOut(subscriptions(), deployment::timers, FRAMING, this::outbox);
  }

  Outbox outbox() {
    return new Outbox(
        deployment.sockets(),
        deployment.timers(),
        FRAMING,
        Unreachable.lettingGo(deployment.timers()),
        deployment.clock());
  }

  ChatNews news() {
    return new ChatNews(portraits);
  }

  Faces faces() {
    return new Faces(people());
  }

  Rooms rooms() {
    return new DynamoRooms(deployment.dynamo(), tables, deployment.clock());
  }

  Messages messages() {
    return new DynamoMessages(deployment.dynamo(), tables);
  }

  Subscriptions subscriptions() {
    return new DynamoSubscriptions(deployment.dynamo(), tables, deployment.clock());
  }

  public ChatSockets chatSockets() {
    return new DynamoChatSockets(deployment.dynamo(), tables, deployment.clock());
  }

  private People people() {
    return new DynamoPeople(deployment.dynamo(), tables.accounts());
  }

  String connections() {
    return tables.connections();
  }
}
