package dev.moim.checks.rights;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.checks.Repository;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.MediaTokens;
import dev.moim.shared.media.livekit.LiveKitSettings;
import dev.moim.shared.media.livekit.LiveKitTokens;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.testkit.livekit.FakeLiveKit;
import dev.moim.testkit.livekit.SignedWebhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import livekit.LivekitModels.ParticipantInfo;

/** What happens to a few rooms: every path of the functions that asks for a right. */
final class RoomsPlay {

  static final String TOKEN_SECRET = "the secret that signs tokens of licenses";

  /** A study, and its member who comes to its media room after the session. */
  static final String STUDY = "s1";

  static final String MEMBER = "ann";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** In the events there is one room, known by its id and by LiveKit's sid of it. */
  private static final String ROOM_ID = "room-1795251605000-x7k2m9";

  private static final String SID = "RM_dSbCDo6CDPQU";

  private final Functions functions;
  private final FakeLiveKit livekit;
  private final License license;
  private final DynamoRooms rooms;
  private final DynamoSeats seats;
  private final MediaTokens tokens =
      new LiveKitTokens(
          () -> new LiveKitSettings("http://x", "ws://x", FakeLiveKit.KEY, FakeLiveKit.SECRET),
          Clock.systemUTC());
  private final Set<String> played = new TreeSet<>();
  private int webhooksDelivered;

  RoomsPlay(
      Functions functions,
      FakeLiveKit livekit,
      License license,
      DynamoRooms rooms,
      DynamoSeats seats) {
    this.functions = functions;
    this.livekit = livekit;
    this.license = license;
    this.rooms = rooms;
    this.seats = seats;
  }

  /** The files under {@code events/rooms} that took part. */
  Set<String> played() {
    return played;
  }

  void all() {
    wake();
    comeAndGo();
    endOnRequest();
    fail();
    repair();
    meetSockets();
  }

  private void wake() {
    functions.all().forEach(function -> functions.invoke(function, golden("warm").toString()));
    play("health", "");
    functions.invokeRoute("GET /sdk/moim.min.js", golden("moim.min.js").toString());
    functions.invokeRoute(
        "GET /sdk/knowledgetalk.min.js", golden("knowledgetalk.min.js").toString());
    functions.invokeRoute("GET /socket.io", golden("poll").toString());
    functions.invokeRoute("POST /socket.io", golden("keepPackets").toString());
  }

  /** A room from its first seat to the webhook of its end, looked at by all who may. */
  private void comeAndGo() {
    JsonNode created = play("createRoom", "");
    String roomId = created.path("roomId").asText();
    JsonNode joined = play("join", roomId);
    play("token", roomId);
    play("getRoom", roomId);
    play("listRooms", roomId);
    ParticipantInfo host = livekit.connect(created.path("token").asText());
    ParticipantInfo guest = livekit.connect(joined.path("token").asText());
    deliverWebhooks();
    livekit.connect(tokens.mint(new MediaRoomName("study~" + STUDY + "~over"), MEMBER, false));
    deliverWebhooks();
    livekit.disconnect(guest);
    livekit.disconnect(host);
    livekit.closeEmptyRooms();
    deliverWebhooks();
  }

  private void endOnRequest() {
    play("deleteRoom", play("createRoom", "").path("roomId").asText());
    deliverWebhooks();
  }

  /**
   * A room that LiveKit does not make takes its count back; a webhook that fails may come again.
   */
  private void fail() {
    livekit.faults().status("CreateRoom", 503);
    play("createRoom", "");
    livekit.connect(play("createRoom", "").path("token").asText());
    livekit.restart();
    deliverWebhooks();
  }

  /** Rooms that only one side has, and one whose news got lost. */
  private void repair() {
    livekit.connect(play("createRoom", "").path("token").asText());
    rooms.create(roomOfLongAgo("room-of-long-ago", 2));
    played.add("reconcile.json");
    functions.invoke("ReconcileFunction", golden("reconcile").toString());
  }

  /** Whoever is on a socket hears of those who come, and of the one whose seat they take. */
  private void meetSockets() {
    Room full = roomOfLongAgo("room-with-sockets", 2);
    sit(full, "on-a-socket");
    sit(full, "lost");
    SeatHolder lost = new SeatHolder("lost", "c-lost");
    seats.markLost(full.key(), lost, Instant.now().minus(Duration.ofMinutes(30)));
    livekit.connect(play("join", full.roomId()).path("token").asText());
    deliverWebhooks();

    Room unseated = roomOfLongAgo("room-with-a-socket", 5);
    sit(unseated, "on-a-socket");
    livekit.connect(tokens.mint(MediaRoomName.of(unseated.key()), "unseated", false));
    functions.invoke("ReconcileFunction", golden("reconcile").toString());
  }

  private void sit(Room room, String userId) {
    rooms.create(room);
    SeatConnection socket = SeatConnection.socket("c-" + userId, Viewer.UNKNOWN, "j");
    Seat seat = new Seat(userId, socket, userId, Instant.now().toEpochMilli(), "", Seat.newcomer());
    seats.join(room.key(), seat, Instant.EPOCH);
  }

  private Room roomOfLongAgo(String roomId, int capacity) {
    long anHourAgo = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
    return Room.opened(license.room(roomId), anHourAgo)
        .capacity(capacity)
        .media(true)
        .option(Option.DESTROY, true)
        .createdBy("ann")
        .build();
  }

  /** Sends a golden event about this room and returns the answer's body. */
  private JsonNode play(String event, String roomId) {
    String sid =
        livekit.rooms().stream()
            .filter(room -> room.getName().endsWith("." + roomId))
            .findFirst()
            .map(room -> room.getSid())
            .orElse(SID);
    ObjectNode request =
        (ObjectNode) read(golden(event).toString().replace(ROOM_ID, roomId).replace(SID, sid));
    if (request.path("headers").isObject()) {
      ((ObjectNode) request.path("headers")).put("s-connector-jwt", token());
    }
    return answer(request);
  }

  private String token() {
    return new LicenseTokens(() -> TOKEN_SECRET, Clock.systemUTC())
        .issue(license, Duration.ofMinutes(5));
  }

  /** Everything that LiveKit has to say since the last time. */
  private void deliverWebhooks() {
    var all = livekit.webhooks();
    all.subList(webhooksDelivered, all.size()).forEach(this::deliver);
    webhooksDelivered = all.size();
  }

  private void deliver(SignedWebhook webhook) {
    ObjectNode request = golden("webhook");
    request.put("body", webhook.body()).put("isBase64Encoded", false);
    ((ObjectNode) request.path("headers")).put("authorization", webhook.authorization());
    answer(request);
  }

  private JsonNode answer(ObjectNode request) {
    Object output = functions.invokeRoute(request.path("routeKey").asText(), request.toString());
    return read(((APIGatewayV2HTTPResponse) output).getBody());
  }

  private ObjectNode golden(String event) {
    played.add(event + ".json");
    return (ObjectNode) read(Repository.text("events/rooms/" + event + ".json"));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
