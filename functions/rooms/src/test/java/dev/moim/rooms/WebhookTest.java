package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.aws.dynamodb.Attributes;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.groups.dynamodb.OpenCallItem;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.dynamodb.DynamoPermissions;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.testkit.livekit.FakeLiveKit;
import dev.moim.testkit.livekit.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What happens at LiveKit, told by its webhooks or found by reconciliation. */
class WebhookTest extends RoomsFixture {

  private String roomId;
  private String token;

  @BeforeEach
  void createRoom() {
    var created = api.create("ann");
    roomId = created.text("roomId");
    token = created.text("token");
  }

  @Test
  void followsAParticipantFromLeaseToEnd() {
    ParticipantInfo ann = livekit.connect(token);
    deliverAll();
    assertThat(room().seats().get("ann").heldBy(ann.getSid())).isTrue();

    clock.advance(Duration.ofHours(1));
    assertThat(api.join(roomId, "bob").status()).isEqualTo(200);
    assertThat(api.join(roomId, "cat").status()).as("ann is there").isEqualTo(409);

    livekit.disconnect(ann);
    deliver(last());
    assertThat(room().seats()).containsOnlyKeys("bob");
  }

  @Test
  void refusesForgeriesAndReplaysWithoutAnyChange() {
    livekit.connect(token);
    SignedWebhook good = last();
    Room before = room();

    assertThat(api.webhook(good.body().replace("ann", "bob"), header(good)).status())
        .isEqualTo(401);
    assertThat(api.webhook(good.body(), Map.of()).status()).isEqualTo(401);
    assertThat(api.webhook(good.body(), Map.of("authorization", token)).status()).isEqualTo(401);
    assertThat(
            api.webhook(SignedWebhook.of(good.body(), "k", FakeLiveKit.SECRET, clock.instant()))
                .status())
        .isEqualTo(401);
    assertThat(room()).isEqualTo(before);

    deliver(good);
    Room after = room();
    assertThat(api.webhook(good).status()).as("a replay").isEqualTo(401);
    clock.advance(Duration.ofMinutes(11));
    var signedAnew =
        SignedWebhook.of(good.body(), FakeLiveKit.KEY, FakeLiveKit.SECRET, clock.instant());
    assertThat(api.webhook(signedAnew).status()).as("too old").isEqualTo(401);
    assertThat(room()).isEqualTo(after);
  }

  /** LiveKit sends none of these; whoever has its key might. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          createdAt | "9223372036854775807"
          createdAt | -9223372036854775808
          createdAt | 1e999999
          createdAt | {}
          id | "LONG"
          id | 5
          room | 5
          room | {"name":"ROOM","sid":"LONG"}
          room | {"name":"ROOM","sid":""}
          room | {"name":"LONG.LONG","sid":"RM_1"}
          room | {"name":"ROOM","sid":"RM_1","creationTimeMs":"9223372036854775807"}
          room | {"name":"ROOM","sid":"RM_1","creationTime":"9223372036854775807"}
          participant | {"sid":"PA_1","identity":""}
          participant | {"sid":"PA_1","identity":"LONG"}
          participant | {"sid":"LONG","identity":"ann"}
          participant | {"sid":"PA_1","identity":"ann","joinedAt":"9223372036854775807"}
          participant | {"sid":"PA_1","identity":"ann","joinedAtMs":-5}
          """)
  void fieldsOutOfRangeDoNoHarm(String field, String value) {
    for (String event :
        List.of("room_started", "participant_joined", "participant_left", "room_finished")) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("event", "\"" + event + "\"");
      fields.put("id", "\"EV_" + event + "\"");
      fields.put("createdAt", "\"" + clock.instant().getEpochSecond() + "\"");
      fields.put("room", "{\"name\":\"ROOM\",\"sid\":\"RM_1\"}");
      fields.put("participant", "{\"sid\":\"PA_1\",\"identity\":\"ann\"}");
      fields.put(field, value);
      String body =
          fields.entrySet().stream()
              .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
              .collect(Collectors.joining(",", "{", "}"))
              .replace("ROOM", api.license.id() + "." + roomId)
              .replace("LONG", "x".repeat(2_100));
      SignedWebhook signed =
          SignedWebhook.of(body, FakeLiveKit.KEY, FakeLiveKit.SECRET, clock.instant());

      assertThat(api.webhook(signed).status()).as(body).isIn(200, 401);
    }
  }

  @Test
  void checksTheBytesThatWereSentWhenTheGatewayWrapsThem() {
    livekit.connect(token);
    SignedWebhook good = last();
    var event =
        RoomsApi.event(
            Base64.getEncoder().encodeToString(good.body().getBytes(StandardCharsets.UTF_8)));
    event.setIsBase64Encoded(true);
    event.setHeaders(header(good));

    assertThat(api.call("POST /api/livekit/webhook", event).status()).isEqualTo(200);
    assertThat(room().seats().get("ann").isLease()).isFalse();
  }

  @Test
  void anEndThatOvertakesItsBeginningStillFreesTheSeat() {
    livekit.disconnect(livekit.connect(token));
    List<SignedWebhook> events = livekit.webhooks();

    deliver(events.get(2)); // left
    deliver(events.get(1)); // joined

    assertThat(room().seats()).isEmpty();
  }

  @Test
  void aReconnectionIsNotFreedByTheEndOfTheOldOne() {
    livekit.connect(token);
    clock.advance(Duration.ofSeconds(1));
    ParticipantInfo again = livekit.connect(token);
    List<SignedWebhook> events = livekit.webhooks(); // started, joined 1, left 1, joined 2

    deliver(events.get(3));
    deliver(events.get(1));
    deliver(events.get(2));

    assertThat(room().seats().get("ann").heldBy(again.getSid())).isTrue();
  }

  @Test
  void aTokenWhoseLeaseWasGivenAwayLetsNobodyStay() {
    clock.advance(Duration.ofMinutes(3));
    String bob = api.join(roomId, "bob").text("token");
    String cat = api.join(roomId, "cat").text("token");
    livekit.connect(bob);
    livekit.connect(cat);
    livekit.connect(token);
    deliverAll();

    assertThat(livekit.participants(api.license.id() + "." + roomId))
        .extracting(ParticipantInfo::getIdentity)
        .containsExactly("bob", "cat");
    assertThat(room().seats()).containsOnlyKeys("bob", "cat");
  }

  @Test
  void aTokenWhoseLeaseEndedTakesAFreeSeatAgain() {
    clock.advance(Duration.ofMinutes(3));
    api.join(roomId, "bob");
    api.join(roomId, "cat"); // takes ann's
    clock.advance(Duration.ofMinutes(3));
    livekit.connect(token);
    deliverAll();

    assertThat(room().seats()).containsKey("ann").hasSize(2);
  }

  @Test
  void whoWasKickedOutIsRemovedAgain() {
    new DynamoSeats(DYNAMO.client(), DYNAMO.table("RoomsTable")).kick(room(), "ann");
    livekit.connect(token);
    deliverAll();

    assertThat(livekit.participants(api.license.id() + "." + roomId)).isEmpty();
    assertThat(api.join(roomId, "ann").status()).isEqualTo(403);
  }

  @Test
  void whatTheHostForbadeHoldsForTokensOfBeforeAndAfter() {
    new DynamoPermissions(DYNAMO.client(), DYNAMO.table("RoomsTable"))
        .permit(
            room(),
            "ann",
            Map.of(Permission.AUDIO, false),
            new Ask("host", clock.instant(), new Rate(1, Duration.ofSeconds(1))));

    livekit.connect(token);
    assertThat(sourcesOf("ann")).as("the old token grants everything").isEmpty();
    deliverAll();
    assertThat(sourcesOf("ann"))
        .containsExactlyInAnyOrder(
            TrackSource.CAMERA, TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO);

    livekit.connect(api.join(roomId, "ann").text("token"));
    assertThat(sourcesOf("ann")).doesNotContain(TrackSource.MICROPHONE).isNotEmpty();
    livekit.connect(api.join(roomId, "bob").text("token"));
    deliverAll();
    assertThat(sourcesOf("bob")).as("is free").isEmpty();
  }

  private List<TrackSource> sourcesOf(String identity) {
    return livekit.participants(api.license.id() + "." + roomId).stream()
        .filter(participant -> participant.getIdentity().equals(identity))
        .findFirst()
        .orElseThrow()
        .getPermission()
        .getCanPublishSourcesList();
  }

  @Test
  void onlyWhoIsInTheOpenSessionOfAStudyStaysInItsMediaRoom() {
    DynamoGroups groups = new DynamoGroups(DYNAMO.client(), DYNAMO.table("GroupsTable"));
    Group study = Group.study("s1", ZoneOffset.UTC, "S", clock.instant());
    Member bob = new Member(study, "bob", Role.MEMBER, Status.ACTIVE, "", clock.instant(), null);
    Member cat = new Member(study, "cat", Role.MEMBER, Status.ACTIVE, "", clock.instant(), null);
    Member dan = new Member(study, "dan", Role.MEMBER, Status.LEFT, "", clock.instant(), null);
    groups.create(new Member(study, "ann", Role.OWNER, Status.ACTIVE, "", clock.instant(), null));
    List.of(bob, cat, dan).forEach(member -> groups.change(Optional.empty(), member));

    session("session7", true, Map.of("ann", true, "bob", true, "cat", false, "dan", true));
    assertThat(stay("study~s1~session7", "ann", "bob", "cat", "dan", "eve", "stranger"))
        .as("cat has left the call, dan the study, eve was never in either")
        .containsExactly("ann", "bob");
    assertThat(stay("study~s1~session6", "ann")).as("another session").isEmpty();
    assertThat(stay("study~s1", "ann")).as("no session at all").isEmpty();
    assertThat(stay("study~s2~session7", "ann")).as("another study").isEmpty();

    groups.change(Optional.of(bob), bob.as(Status.LEFT));
    assertThat(stay("study~s1~session7", "bob")).as("a token of before").containsExactly("ann");

    session("session7", false, Map.of("ann", true));
    assertThat(stay("study~s1~session7", "ann")).as("the session is over").isEmpty();
  }

  /** Who is in the room once these have connected to it and their news were handled. */
  private List<String> stay(String room, String... users) {
    for (String user : users) {
      livekit.connect(studyToken(room, user));
    }
    deliverAll();
    return inside(room);
  }

  /** The study's call, with who takes part and whether they are inside. */
  private void session(String sessionId, boolean open, Map<String, Boolean> participants) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(OpenCallItem.GROUP_ID, Attributes.text("s1"));
    item.put(OpenCallItem.ITEM, Attributes.text(OpenCallItem.CALL));
    item.put(OpenCallItem.SESSION_ID, Attributes.text(sessionId));
    Map<String, AttributeValue> inside = new HashMap<>();
    participants.forEach((user, there) -> {
      List<AttributeValue> fields =
          new ArrayList<>(Collections.nCopies(OpenCallItem.INSIDE_SINCE, Attributes.text("-")));
      fields.add(Attributes.number(there ? clock.millis() : 0));
      inside.put(user, AttributeValue.fromL(fields));
    });
    item.put(OpenCallItem.PARTICIPANTS, AttributeValue.fromM(inside));
    if (!open) {
      item.put(OpenCallItem.ENDED_AT, Attributes.number(clock.millis()));
    }
    DYNAMO.client().putItem(r -> r.tableName(DYNAMO.table("StudyCallsTable")).item(item));
  }

  @Test
  void roomsOfNobodyWeKnowAreLeftAlone() {
    livekit.connect(studyToken("somebody-elses", "ann"));
    deliver(last());
    assertThat(inside("somebody-elses")).containsExactly("ann");
  }

  private String studyToken(String room, String user) {
    return api.wiring.media().get().tokens().mint(new MediaRoomName(room), user, false);
  }

  private List<String> inside(String room) {
    return livekit.participants(room).stream().map(ParticipantInfo::getIdentity).toList();
  }

  @Test
  void aRoomEndsWithItsLastIncarnation() {
    ParticipantInfo ann = livekit.connect(token);
    livekit.disconnect(ann);
    clock.advance(Duration.ofMinutes(3));
    livekit.closeEmptyRooms();
    deliverAll();

    assertThat(api.room("GET", roomId).status()).isEqualTo(404);
    assertThat(api.create("bob").status()).isEqualTo(200);
  }

  @Test
  void aRoomWithALeaseOutlivesLiveKitsForgetting() {
    livekit.closeEmptyRooms();
    deliver(last());
    assertThat(api.room("GET", roomId).status()).isEqualTo(200);

    ParticipantInfo ann = livekit.connect(token);
    deliver(livekit.webhooks().get(2));
    deliver(last());
    assertThat(room().seats().get("ann").heldBy(ann.getSid())).isTrue();
    String newSid = livekit.rooms().getFirst().getSid();
    assertThat(api.room("GET", newSid).text("roomId")).isEqualTo(roomId);
  }

  @Test
  void aDeletedRoomIsNotRevivedByATokenStillAround() {
    api.room("DELETE", roomId);
    livekit.connect(token);
    deliver(last());

    assertThat(livekit.rooms()).isEmpty();
    assertThat(api.room("GET", roomId).status()).isEqualTo(404);
  }

  @Test
  void anEventThatCouldNotBeHandledMayComeAgain() {
    api.room("DELETE", roomId);
    livekit.connect(token);
    livekit.faults().status("DeleteRoom", 503);
    SignedWebhook joined = last();

    assertThat(api.webhook(joined).status()).isEqualTo(503);
    deliver(joined);
    assertThat(livekit.rooms()).isEmpty();
  }

  @Test
  void reconciliationRepairsWhatLostEventsLeftBehind() {
    ParticipantInfo ann = livekit.connect(token);
    deliverAll();
    String bob = api.join(roomId, "bob").text("token");
    livekit.connect(bob);
    livekit.disconnect(ann);
    clock.advance(Duration.ofMinutes(3)); // and no webhook arrived

    reconcile();

    assertThat(room().seats()).containsOnlyKeys("bob");
    assertThat(room().seats().get("bob").isLease()).isFalse();
  }

  @Test
  void reconciliationEndsRoomsOnlyOneSideHas() {
    livekit.restart();
    clock.advance(Duration.ofMinutes(5));
    reconcile();
    assertThat(api.room("GET", roomId).status()).as("may still be joined").isEqualTo(200);
    clock.advance(Duration.ofMinutes(2));
    reconcile();
    assertThat(api.room("GET", roomId).status()).isEqualTo(404);

    livekit.connect(token); // makes a room at LiveKit that nobody has
    clock.advance(Duration.ofMinutes(2));
    reconcile();
    assertThat(livekit.rooms()).isEmpty();
  }

  @Test
  void reconciliationLeavesAloneWhatIsNew() {
    Room before = room();
    reconcile();
    assertThat(room()).isEqualTo(before);
    assertThat(livekit.rooms()).hasSize(1);
  }

  private void reconcile() {
    api.wiring.reconcileRooms().run(api.wiring.media().get().server());
  }

  private void deliver(SignedWebhook webhook) {
    assertThat(api.webhook(webhook).status()).isEqualTo(200);
  }

  private SignedWebhook last() {
    return livekit.webhooks().getLast();
  }

  private static Map<String, String> header(SignedWebhook webhook) {
    return Map.of("authorization", webhook.authorization());
  }

  private Room room() {
    Optional<Room> room =
        new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock)
            .findNow(api.license.room(roomId));
    return room.orElseThrow();
  }
}
