package dev.moim.checks.rights;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.checks.Repository;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What happens in a room: every path of the functions that asks for a right. */
final class ChatPlay {

  static final String SECRET = "the secret that signs tokens of users";

  /** In the events there is one meeting and two people. */
  static final String ROOM = "122712345678848";

  static final long HOST = 122_712_345_000_001L;
  static final long MEMBER = 122_712_345_000_002L;

  private static final String CONNECTION = "L0SM9cOFvHcCIhw=";
  private static final String NOTIFICATION = "122712345999001";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Functions functions;
  private final GuardedAws aws;
  private final BiConsumer<Long, String> members;
  private final UserTokens tokens = new UserTokens(() -> SECRET, Clock.systemUTC());
  private final Set<String> played = new TreeSet<>();

  /**
   * @param members lets somebody take part in the meeting, in this role
   */
  ChatPlay(Functions functions, GuardedAws aws, BiConsumer<Long, String> members) {
    this.functions = functions;
    this.aws = aws;
    this.members = members;
  }

  /** The files under {@code events/chat} that took part. */
  Set<String> played() {
    return played;
  }

  void all() {
    functions.all().forEach(function -> functions.invoke(function, golden("warm").toString()));
    rooms();
    talk();
    notifications();
    partings();
    personGone();
  }

  private void rooms() {
    members.accept(HOST, "OWNER");
    happen("meeting.created");
    happen("meeting.changed");
    members.accept(MEMBER, "MEMBER");
    happen("meeting.approved");
    request("createRoom", HOST);
    request("listRooms", HOST);
    see(request("readRoom", MEMBER).path("meetingThumbnailUrl").asText());
    see(request("listParticipants", MEMBER).path(0).path("profileImageUrl").asText());
    happen("meeting.left");
    request("joinRoom", MEMBER);
  }

  private void talk() {
    connect("ann", HOST);
    connect("ben", MEMBER);
    subscribe("ann");
    subscribe("ben");
    frame("ann", golden("default").path("body").asText());
    String split = golden("default").path("body").asText();
    frame("ann", split.substring(0, 40));
    frame("ann", split.substring(40));
    request("enterRoom", MEMBER);
    ObjectNode page = golden("enterRoom");
    page.putObject("queryStringParameters").put("after", "1795251605000");
    send(page, MEMBER);
    frame("ben", "UNSUBSCRIBE\nid:0\n\n\0");
    subscribe("ben");
    aws.close("ben");
    frame("ann", golden("default").path("body").asText());
    fireTimers();
    functions.invoke("TimerFunction", golden("timer").toString());
    frame("ann", "no frame at all");
    socket("disconnect", "ann");
    request("exitRoom", MEMBER);
  }

  private void notifications() {
    happen("meeting.applied");
    JsonNode list = request("listNotifications", HOST);
    request("subscribe", HOST);
    ObjectNode first = golden("subscribe");
    ((ObjectNode) first.path("headers")).remove("last-event-id");
    send(first, HOST);
    ObjectNode delete = golden("deleteNotification");
    send(delete.toString().replace(NOTIFICATION, list.path(0).path("id").asText()), HOST);
    connect("cat", HOST);
    frame("cat", golden("default").path("body").asText());
    request("enterRoom", MEMBER);
    frame("cat", golden("default").path("body").asText());
    ObjectNode unread = golden("deleteNotification");
    send(unread.toString().replace(NOTIFICATION, ROOM), MEMBER);
    frame("cat", golden("default").path("body").asText());
    request("deleteNotifications", MEMBER);
  }

  private void partings() {
    connect("dan", MEMBER);
    subscribe("dan");
    request("leaveRoom", MEMBER);
    happen("meeting.left");
    request("joinRoom", MEMBER);
    connect("eve", MEMBER);
    subscribe("eve");
    request("kick", HOST);
    happen("meeting.left");
    request("joinRoom", MEMBER);
    subscribe("eve");
    request("deleteRoom", HOST);
    request("createRoom", HOST);
    connect("fay", HOST);
    subscribe("fay");
    happen("meeting.kicked");
    happen("meeting.canceled");
  }

  /** Somebody who takes part, has said something and listens. */
  private void personGone() {
    members.accept(HOST, "OWNER");
    happen("meeting.created");
    members.accept(MEMBER, "MEMBER");
    happen("meeting.approved");
    connect("gus", MEMBER);
    subscribe("gus");
    happen("person.gone");
  }

  private void happen(String kind) {
    String json = golden("meetings").toString().replace("meeting.approved", kind);
    String id = "0mi8n4k2p1a2b3c4d";
    functions.invoke("MeetingsFunction", json.replace(id, kind.replace('.', '0')));
  }

  private void connect(String connectionId, long user) {
    functions.invokeRoute(
        "connect", golden("connect").toString().replace(CONNECTION, connectionId));
    ObjectNode withToken = golden("connect");
    withToken.putObject("queryStringParameters").put("token", token(user));
    functions.invokeRoute("connect", withToken.toString().replace(CONNECTION, connectionId));
    frame(
        connectionId,
        "CONNECT\naccept-version:1.2\nAuthorization:Bearer " + token(user) + "\n\n\0");
  }

  private void subscribe(String connectionId) {
    frame(
        connectionId,
        "SUBSCRIBE\nid:0\ndestination:/sub/chat/room/"
            + ROOM
            + "\nlast-message-id:0000000000001\n\n\0");
  }

  private void frame(String connectionId, String text) {
    ObjectNode event = golden("default");
    event.put("body", text);
    ((ObjectNode) event.path("requestContext"))
        .put("requestTimeEpoch", Scene.RISING.incrementAndGet());
    functions.invokeRoute("default", event.toString().replace(CONNECTION, connectionId));
  }

  private void socket(String event, String connectionId) {
    functions.invokeRoute(event, golden(event).toString().replace(CONNECTION, connectionId));
  }

  private void fireTimers() {
    for (int round = 0; round < 3; round++) {
      for (String body : aws.takeSent()) {
        ObjectNode event = JSON.createObjectNode();
        event.putArray("Records").addObject().put("body", body);
        functions.invoke("TimerFunction", event.toString());
      }
    }
  }

  /** An address is good for what its signer may read. */
  private static void see(String address) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest get = HttpRequest.newBuilder(URI.create(address)).build();
      http.send(get, BodyHandlers.discarding());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private JsonNode request(String event, long user) {
    return send(golden(event), user);
  }

  private JsonNode send(ObjectNode request, long user) {
    return send(request.toString(), user);
  }

  private JsonNode send(String json, long user) {
    ObjectNode request = (ObjectNode) read(json);
    ((ObjectNode) request.path("headers")).put("authorization", "Bearer " + token(user));
    var answer =
        (APIGatewayV2HTTPResponse)
            functions.invokeRoute(request.path("routeKey").asText(), request.toString());
    String type = answer.getHeaders().getOrDefault("content-type", "");
    return answer.getBody() == null || type.startsWith("text/")
        ? JSON.createObjectNode()
        : read(answer.getBody());
  }

  private String token(long user) {
    return tokens.access(Bearer.of(Long.toString(user)), Duration.ofHours(1));
  }

  private ObjectNode golden(String event) {
    played.add(event + ".json");
    return (ObjectNode) read(Repository.text("events/chat/" + event + ".json"));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(json, broken);
    }
  }
}
