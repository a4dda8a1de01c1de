package dev.moim.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import dev.moim.chat.attendance.Parting;
import dev.moim.chat.http.CreateRoomHandler;
import dev.moim.chat.http.DeleteNotificationHandler;
import dev.moim.chat.http.DeleteNotificationsHandler;
import dev.moim.chat.http.DeleteRoomHandler;
import dev.moim.chat.http.EnterRoomHandler;
import dev.moim.chat.http.ExitRoomHandler;
import dev.moim.chat.http.JoinRoomHandler;
import dev.moim.chat.http.KickHandler;
import dev.moim.chat.http.LeaveRoomHandler;
import dev.moim.chat.http.ListNotificationsHandler;
import dev.moim.chat.http.ListParticipantsHandler;
import dev.moim.chat.http.ListRoomsHandler;
import dev.moim.chat.http.ReadRoomHandler;
import dev.moim.chat.http.SubscribeHandler;
import dev.moim.chat.websocket.ConnectHandler;
import dev.moim.chat.websocket.DisconnectHandler;
import dev.moim.chat.websocket.FrameHandler;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.MemberItem;
import dev.moim.shared.groups.dynamodb.MemberWrites;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.people.dynamodb.PersonItem;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.stomp.StompCodec;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.TestContext;
import dev.moim.testkit.VirtualTimers;
import dev.moim.testkit.spec.OpenApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The family's functions on real tables, with sockets, timers and time in the test's hand. */
final class ChatWorld {

  static final String[] TABLES = {"ChatsTable", "ConnectionsTable", "AccountsTable", "GroupsTable"};
  static final long MEETING = 7_000_001;
  private static final OpenApi OPEN_API = OpenApi.ofProject();
  private static final String SECRET = "the secret that signs tokens of users";
  private static final String ROOM = "/api/v1/chatrooms/{roomId}";

  final TestClock clock = TestClock.at("2100-02-01T09:00:00Z");
  final RecordingSockets sockets = new RecordingSockets();
  final VirtualTimers timers = new VirtualTimers(clock);
  final ChatWiring wiring;
  final SocketWiring socketWiring;

  /** What happens while a function waits. */
  Consumer<Duration> pause = wait -> {};

  private final DynamoDbExtension dynamo;
  private final Map<String, HttpEndpoint> routes = new LinkedHashMap<>();
  private final FrameHandler frames;
  private final ConnectHandler connect;
  private final DisconnectHandler disconnect;
  private final TimerActions timerActions;
  private final Map<Long, Group> groups = new HashMap<>();

  ChatWorld(DynamoDbExtension dynamo, String access) {
    this.dynamo = dynamo;
    Map<String, String> settings =
        Map.of(
            "CHATS_TABLE", dynamo.table("ChatsTable"),
            "CONNECTIONS_TABLE", dynamo.table("ConnectionsTable"),
            "ACCOUNTS_TABLE", dynamo.table("AccountsTable"),
            "GROUPS_TABLE", dynamo.table("GroupsTable"),
            "TOKEN_SECRET", SECRET,
            "ACCESS", access,
            "AWS_REGION", "us-east-1");
    Deployment deployment =
        Deployment.of(new Settings(settings))
            .with(clock)
            .with(dynamo.client())
            .with(sockets)
            .with(timers)
            .withPause(wait -> pause.accept(wait));
    wiring = new ChatWiring(deployment, MemoryPictures::new);
    socketWiring = new SocketWiring(wiring);
    frames = new FrameHandler(socketWiring.server(), sockets);
    connect = new ConnectHandler(socketWiring);
    disconnect = new DisconnectHandler(socketWiring.sockets());
    timerActions = socketWiring.timerActions();
    routes.put("GET /api/v1/chatrooms", new ListRoomsHandler(wiring));
    routes.put("POST " + ROOM, new CreateRoomHandler(wiring));
    routes.put("GET " + ROOM, new ReadRoomHandler(wiring));
    routes.put("DELETE " + ROOM, new DeleteRoomHandler(wiring));
    routes.put("POST " + ROOM + "/join", new JoinRoomHandler(wiring));
    routes.put("POST " + ROOM + "/leave", new LeaveRoomHandler(wiring));
    routes.put("POST " + ROOM + "/in", new EnterRoomHandler(wiring));
    routes.put("POST " + ROOM + "/out", new ExitRoomHandler(wiring));
    routes.put("GET " + ROOM + "/participants", new ListParticipantsHandler(wiring));
    routes.put("POST " + ROOM + "/withdrawal/{userId}", new KickHandler(wiring));
    routes.put("GET /api/v1/notifications", new ListNotificationsHandler(wiring));
    routes.put("DELETE /api/v1/notifications", new DeleteNotificationsHandler(wiring));
    routes.put(
        "DELETE /api/v1/notifications/{notificationId}", new DeleteNotificationHandler(wiring));
    routes.put("GET /api/v1/notifications/subscribe", new SubscribeHandler(wiring));
  }

  // ---- What accounts and meetings do.

  ChatWorld person(long id) {
    Map<String, AttributeValue> item = new HashMap<>(PersonItem.key(id));
    item.put(PersonItem.NICKNAME, AttributeValue.fromS("사람" + id));
    item.put(PersonItem.GENDER, AttributeValue.fromS("FEMALE"));
    dynamo.client().putItem(it -> it.tableName(dynamo.table("AccountsTable")).item(item));
    return this;
  }

  void picture(long id, String name) {
    dynamo
        .client()
        .updateItem(it ->
            it.tableName(dynamo.table("AccountsTable"))
                .key(PersonItem.key(id))
                .updateExpression("SET picture = :picture")
                .expressionAttributeValues(Map.of(":picture", AttributeValue.fromS(name))));
  }

  /** A meeting of its author and others, with everybody's account. */
  void meeting(long id, long author, long... others) {
    group(id, author);
    happen("meeting.created", id, author, Map.of());
    for (long other : others) {
      person(other);
      approve(id, author, other);
    }
  }

  /** A meeting of which nothing is known here. */
  void group(long id, long author) {
    ZoneId seoul = ZoneId.of("Asia/Seoul");
    groups.put(
        id, new Group(Long.toString(id), seoul, "모임" + id, clock.instant(), Group.Kind.MEETING));
    person(author);
    member(id, author, Role.OWNER);
  }

  void approve(long meeting, long author, long userId) {
    member(meeting, userId, Role.MEMBER);
    happen("meeting.approved", meeting, author, Map.of("userId", Long.toString(userId)));
  }

  /**
   * @param kind {@code meeting.left} or {@code meeting.kicked}
   */
  void remove(String kind, long meeting, long author, long userId) {
    MemberKey key = new MemberKey(Long.toString(meeting), Long.toString(userId));
    dynamo
        .client()
        .deleteItem(it -> it.tableName(dynamo.table("GroupsTable")).key(MemberItem.key(key)));
    happen(kind, meeting, author, Map.of("userId", Long.toString(userId)));
  }

  private void member(long meeting, long userId, Role role) {
    Member member =
        new Member(
            groups.get(meeting),
            Long.toString(userId),
            role,
            Status.ACTIVE,
            "사람" + userId,
            clock.instant(),
            null);
    var put = new MemberWrites(dynamo.table("GroupsTable")).put(member);
    dynamo.client().transactWriteItems(it -> it.transactItems(put));
  }

  void happen(String kind, long meeting, long author, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>();
    fields.put("meetingId", Long.toString(meeting));
    fields.put("authorId", Long.toString(author));
    fields.put("title", "모임" + meeting);
    fields.putAll(more);
    clock.advance(Duration.ofMillis(1));
    DomainEvent event = DomainEvent.of(kind, clock.instant(), fields);
    wiring.followMeetings().run(event);
    wiring.notifyOfMeetings().run(event);
  }

  /** What this family has asked the one of meetings to do. */
  List<String> partings() {
    return dynamo
        .client()
        .scanPaginator(it ->
            it.tableName(dynamo.table("ChatsTable")).filterExpression("attribute_exists(eventId)"))
        .items()
        .stream()
        .map(item ->
            item.get(DomainEvent.Item.KIND).s()
                + " "
                + item.get(DomainEvent.Item.FIELDS).m().get(Parting.USER_ID).s())
        .sorted()
        .toList();
  }

  // ---- HTTP.

  record Answer(int status, @Nullable Object body) {

    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> json() {
      return (Map<String, @Nullable Object>) body;
    }

    @SuppressWarnings("unchecked")
    List<Map<String, @Nullable Object>> list() {
      return (List<Map<String, @Nullable Object>>) body;
    }

    String message() {
      return String.valueOf(json().get("message"));
    }

    List<String> texts() {
      return list().stream().map(it -> String.valueOf(it.get("message"))).toList();
    }
  }

  String token(long userId) {
    return new UserTokens(() -> SECRET, clock)
        .access(UserTokens.Bearer.of(Long.toString(userId)), Duration.ofHours(1));
  }

  Answer send(long userId, String route, long roomId) {
    return send(userId, route, Map.of("roomId", Long.toString(roomId)), Map.of());
  }

  Answer kick(long userId, long roomId, long whom) {
    return send(
        userId,
        "POST " + ROOM + "/withdrawal/{userId}",
        Map.of("roomId", Long.toString(roomId), "userId", Long.toString(whom)),
        Map.of());
  }

  Answer list(long userId) {
    return send(userId, "GET /api/v1/chatrooms", Map.of(), Map.of());
  }

  Answer in(long userId, long roomId) {
    return send(userId, "POST " + ROOM + "/in", roomId);
  }

  Answer in(long userId, long roomId, Map<String, String> query) {
    return send(userId, "POST " + ROOM + "/in", Map.of("roomId", Long.toString(roomId)), query);
  }

  Answer out(long userId, long roomId) {
    return send(userId, "POST " + ROOM + "/out", roomId);
  }

  Answer send(long userId, String route, Map<String, String> path, Map<String, String> query) {
    return sendAs(userId == 0 ? Optional.empty() : Optional.of(token(userId)), route, path, query);
  }

  /** Whatever is answered must be as described. */
  Answer sendAs(
      Optional<String> token, String route, Map<String, String> path, Map<String, String> query) {
    clock.advance(Duration.ofMillis(1));
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(route)
            .withRequestContext(RequestContext.builder().withRequestId("r1").build())
            .withHeaders(token.map(it -> Map.of("authorization", "Bearer " + it)).orElse(Map.of()))
            .withPathParameters(path)
            .withQueryStringParameters(query)
            .build();
    APIGatewayV2HTTPResponse response =
        routes.get(route).handleRequest(event, TestContext.INSTANCE);
    if (response.getHeaders().getOrDefault("content-type", "").startsWith("text/")) {
      return new Answer(response.getStatusCode(), null);
    }
    assertThat(OPEN_API.problems(route, response.getStatusCode(), response.getBody()))
        .as(response.getBody())
        .isEmpty();
    return new Answer(
        response.getStatusCode(),
        response.getBody() == null ? null : Json.read(response.getBody()));
  }

  /** For requests that are made elsewhere. */
  APIGatewayV2HTTPResponse answer(String route, APIGatewayV2HTTPEvent event) {
    clock.advance(Duration.ofMillis(1));
    return routes.get(route).handleRequest(event, TestContext.INSTANCE);
  }

  String expiredToken(long userId) {
    return new UserTokens(() -> SECRET, Clock.offset(clock, Duration.ofHours(-2)))
        .access(UserTokens.Bearer.of(Long.toString(userId)), Duration.ofHours(1));
  }

  EventSource eventSource(long userId) {
    return new EventSource(userId, false);
  }

  /** The npm package event-source-polyfill: it sends no header for its last event. */
  EventSource polyfill(long userId) {
    return new EventSource(userId, true);
  }

  /** As the specification of server-sent events has it, without a connection. */
  final class EventSource {

    /** Each event: its name, which may be "", and its data. */
    final List<String> heard = new ArrayList<>();

    private final long userId;
    private final boolean inAddress;
    private String last = "";

    private EventSource(long userId, boolean inAddress) {
      this.userId = userId;
      this.inAddress = inAddress;
    }

    /** One connection until its end. */
    void ask() {
      Map<String, String> headers = new HashMap<>();
      headers.put("authorization", "Bearer " + token(userId));
      Map<String, String> query = new HashMap<>();
      if (!last.isEmpty()) {
        (inAddress ? query : headers).put(inAddress ? "lastEventId" : "last-event-id", last);
      }
      APIGatewayV2HTTPEvent event =
          APIGatewayV2HTTPEvent.builder()
              .withRouteKey("GET /api/v1/notifications/subscribe")
              .withRequestContext(RequestContext.builder().withRequestId("r1").build())
              .withHeaders(headers)
              .withQueryStringParameters(query)
              .build();
      var response = routes.get(event.getRouteKey()).handleRequest(event, TestContext.INSTANCE);
      assertThat(response.getStatusCode()).isEqualTo(200);
      assertThat(response.getHeaders().get("content-type")).startsWith("text/event-stream");
      assertThat(response.getBody()).startsWith("retry: ");
      for (String block : response.getBody().split("\n\n")) {
        hear(block.lines().toList());
      }
    }

    private void hear(List<String> lines) {
      String name = "";
      String data = "";
      for (String line : lines) {
        String value = line.substring(line.indexOf(' ') + 1);
        switch (line.substring(0, line.indexOf(':'))) {
          case "id" -> last = value;
          case "event" -> name = value;
          case "data" -> data = value;
          default -> {}
        }
      }
      if (!data.isEmpty()) {
        Described.assertEvent(name, data);
        heard.add(name + " " + data);
      }
    }
  }

  // ---- The socket.

  /** Opens a socket and says hello. */
  Client client(String connectionId, long userId) {
    Client client = open(connectionId, Optional.empty());
    client.frame(
        "CONNECT\naccept-version:1.2,1.1,1.0\nAuthorization:Bearer " + token(userId) + "\n\n\0");
    assertThat(client.received()).singleElement().asString().startsWith("CONNECTED");
    return client;
  }

  Client open(String connectionId, Optional<String> token) {
    APIGatewayV2WebSocketEvent event = event(connectionId, null);
    token.ifPresent(it -> event.setQueryStringParameters(Map.of("token", it)));
    event.setHeaders(Map.of("Sec-WebSocket-Protocol", "v12.stomp, v11.stomp, v10.stomp"));
    var response = connect.handleRequest(event, TestContext.INSTANCE);
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders()).containsEntry("Sec-WebSocket-Protocol", "v12.stomp");
    return new Client(connectionId);
  }

  private APIGatewayV2WebSocketEvent event(String connectionId, @Nullable String body) {
    var context = new APIGatewayV2WebSocketEvent.RequestContext();
    context.setConnectionId(connectionId);
    context.setConnectedAt(Instant.parse("2100-02-01T08:00:00Z").toEpochMilli());
    context.setRequestTimeEpoch(clock.millis());
    context.setRouteKey("$default");
    context.setRequestId("r1");
    APIGatewayV2WebSocketEvent event = new APIGatewayV2WebSocketEvent();
    event.setRequestContext(context);
    event.setBody(body);
    return event;
  }

  /** Lets time pass with what was set for it. */
  void pass(Duration time) {
    timers.pass(time, timerActions::run);
  }

  /** A client of the socket. */
  final class Client {

    final String connectionId;

    private Client(String connectionId) {
      this.connectionId = connectionId;
    }

    void frame(String text) {
      clock.advance(Duration.ofMillis(1));
      frameNow(text);
    }

    /** In the same millisecond as what was last. */
    void frameNow(String text) {
      frames.handleRequest(event(connectionId, text), TestContext.INSTANCE);
    }

    void subscribe(long roomId) {
      frame(subscription(roomId, ""));
    }

    String subscription(long roomId, String more) {
      return "SUBSCRIBE\nid:sub-0\ndestination:/sub/chat/room/" + roomId + "\n" + more + "\n\0";
    }

    void say(long userId, long roomId, String text) {
      frame(saying(userId, roomId, text, Map.of()));
    }

    String saying(long userId, long roomId, String text, Map<String, ?> more) {
      Map<String, Object> body = new TreeMap<>(more);
      body.put("userId", Long.toString(userId));
      body.put("roomId", roomId);
      body.put("message", text);
      return "SEND\ndestination:/pub/chat/message\n\n" + Json.write(body) + "\0";
    }

    void unsubscribe() {
      frame("UNSUBSCRIBE\nid:sub-0\n\n\0");
    }

    void disconnect() {
      sockets.close(connectionId);
      disconnect.handleRequest(event(connectionId, null), TestContext.INSTANCE);
    }

    List<String> received() {
      return sockets.take(connectionId);
    }

    List<StompFrame> frames() {
      List<StompFrame> all = new ArrayList<>();
      received().forEach(text -> all.addAll(StompCodec.decode(text).frames()));
      all.forEach(Described::assertValid);
      return all;
    }

    /** Bodies of what it was told. */
    List<Map<String, @Nullable Object>> messages() {
      return frames().stream().map(frame -> Json.readObject(frame.body())).toList();
    }

    List<String> texts() {
      return messages().stream().map(it -> String.valueOf(it.get("message"))).toList();
    }
  }
}
