package dev.moim.webhooks;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.moim.shared.kernel.DerivedIds;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.spec.OpenApi;
import dev.moim.webhooks.HookScene.Post;
import dev.moim.webhooks.delivery.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random calls, while functions die, DynamoDB refuses, answers get lost, sends fail and everything
 * comes twice: receivers end up with exactly the events that a model of the calls predicts. {@code
 * -Dmoim.webhooks.calls=1000} makes more of them.
 */
class EventsModelTest {

  private static final int CALLS = Integer.getInteger("moim.webhooks.calls", 60);
  private static final String ALL = "https://all.example.com/";
  private static final String SOME = "https://some.example.com/";
  private static final int LIMIT = 5;
  private static final OpenApi OPEN_API = OpenApi.ofProject();
  private static final Rate RATE = new Rate(1_000_000, Duration.ofMillis(1));

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.streamingTables("LicensesTable", "RoomsTable", "WebhooksTable");

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private final Set<String> predicted = new TreeSet<>();
  private final List<Model> open = new ArrayList<>();
  private final List<String> uses = new ArrayList<>();
  private int level;

  /** A room as the test knows it: who is in it, and how often it has changed. */
  private static final class Model {
    final Room room;
    final Set<String> members = new TreeSet<>();
    final Set<String> kicked = new TreeSet<>();
    Optional<String> sharer = Optional.empty();
    long rev;
    long joins;
    long peak;
    long messages;

    Model(Room room) {
      this.room = room;
    }
  }

  @RepeatedTest(3)
  void receiversEndUpWithWhatHappenedAndNothingElse(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    try (HookScene scene = new HookScene(DYNAMO, clock)) {
      String license = scene.tenant(LIMIT, clock).license().id();
      scene.wiring.manage().create(license, new Fields(Map.of("url", ALL)));
      List<String> some = List.of("participant.joined", "participant.left", "license.at_limit");
      scene.wiring.manage().create(license, new Fields(Map.of("url", SOME, "events", some)));
      scene.pass(Duration.ofMinutes(2));
      scene.trouble = new RandomTrouble(random);
      scene.receivers = url -> url.equals(SOME) && random.nextInt(3) == 0 ? refused() : taken();
      for (int call = 0; call < CALLS; call++) {
        clock.advance(Duration.ofMillis(1 + random.nextInt(5_000)));
        play(scene, license, random);
        if (random.nextInt(4) == 0) {
          scene.pump();
          scene.pass(Duration.ofSeconds(random.nextInt(60)));
        }
      }
      DYNAMO.faults().reset();
      scene.pump();
      scene.trouble = HookScene.Trouble.NONE;
      scene.receivers = url -> taken();
      scene.pass(Duration.ofDays(4));

      assertThat(seen(scene, ALL)).isEqualTo(predicted);
      assertThat(endedWith(scene)).containsExactlyInAnyOrderElementsOf(uses);
      assertThat(predicted).as("of every kind").anyMatch(it -> it.startsWith("license.near_limit"));
      Set<String> wanted =
          predicted.stream()
              .filter(it -> some.contains(it.split(" ")[0]))
              .collect(toCollection(TreeSet::new));
      assertThat(seen(scene, SOME)).isEqualTo(wanted);
      assertThat(
              scene.posts.stream()
                  .collect(toMap(Post::id, Post::body, (one, other) -> same(one, other))))
          .as("one text for each id")
          .isNotEmpty()
          .allSatisfy(
              (id, body) -> assertThat(OPEN_API.webhookProblems(type(body), body)).isEmpty());
    }
  }

  private static String same(String one, String other) {
    assertThat(one).isEqualTo(other);
    return one;
  }

  private static Answer taken() {
    return new Answer(true, 204, "");
  }

  private static Answer refused() {
    return Answer.failed(503, "busy");
  }

  /** Types with ids but for their times. */
  private static Set<String> seen(HookScene scene, String url) {
    return posts(scene, url)
        .map(post -> type(post) + " " + post.id().substring("msg_".length() + 9))
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Post> posts(HookScene scene, String url) {
    return scene.posts.stream().filter(post -> post.url().equals(url));
  }

  /** How the rooms were used that ended, each once. */
  private static List<String> endedWith(HookScene scene) {
    return posts(scene, ALL)
        .filter(post -> type(post).equals("room.ended"))
        .collect(toMap(Post::id, Post::body, (one, other) -> one))
        .values()
        .stream()
        .map(body -> (Map<?, ?>) ((Map<?, ?>) Json.readObject(body).get("data")).get("use"))
        .map(use ->
            "%s joins, %s at once, %s messages"
                .formatted(use.get("joins"), use.get("peak"), use.get("messages")))
        .toList();
  }

  private static String type(Post post) {
    return type(post.body());
  }

  private static String type(String body) {
    return body.substring("{\"type\":\"".length(), body.indexOf("\","));
  }

  private void play(HookScene scene, String license, Random random) {
    if (open.size() < LIMIT && (open.isEmpty() || random.nextInt(5) == 0)) {
      create(scene, new RoomKey(license, "r" + random.nextInt(100)));
      return;
    }
    Model model = open.get(random.nextInt(open.size()));
    String user = "u" + random.nextInt(4);
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> join(scene, model, user);
      case 4, 5 -> leave(scene, model, user);
      case 6 -> kick(scene, model, user);
      case 7 -> share(scene, model, user);
      case 8 -> say(scene, model, random);
      default -> end(scene, model);
    }
  }

  private void create(HookScene scene, RoomKey key) {
    if (open.stream().anyMatch(model -> model.room.key().equals(key))) {
      return;
    }
    Room room =
        Room.opened(key, clock.millis())
            .title("t")
            .capacity(3)
            .option(Option.DESTROY, true)
            .build();
    certainly(
        scene,
        () -> {
          assertThat(scene.licenses.openRoom(room.life()))
              .isInstanceOfAny(Opening.Opened.class, Opening.CountedBefore.class);
          scene.rooms.create(scene.licenses.isTold(key.licenseId()) ? room.asTold() : room);
        });
    Model model = new Model(room);
    open.add(model);
    predict("room.created", model, "");
    int now = open.size() == LIMIT ? 2 : open.size() * 5 >= LIMIT * 4 ? 1 : 0;
    String change = lastRise(scene);
    if (now > level) {
      predict(now == 2 ? "license.at_limit" : "license.near_limit", key.licenseId(), change);
    }
    level = now;
  }

  /** The number of the one change by which the license has a room more, as its stream has it. */
  private static String lastRise(HookScene scene) {
    return scene.licenseChanges.read().stream()
        .map(DynamodbStreamRecord::getDynamodb)
        .filter(change -> rooms(change.getNewImage()) > rooms(change.getOldImage()))
        .map(StreamRecord::getSequenceNumber)
        .reduce((one, other) -> fail("a room was counted twice"))
        .orElseThrow();
  }

  private static int rooms(Map<String, AttributeValue> license) {
    return Integer.parseInt(license.get("open").getN());
  }

  private void join(HookScene scene, Model model, String user) {
    var socket = SeatConnection.socket("c-" + user, Viewer.UNKNOWN, "j");
    Seat seat = new Seat(user, socket, "name", clock.millis(), "", Seat.newcomer());
    certainly(scene, () -> scene.seats.join(model.room.key(), seat, Instant.EPOCH));
    if (model.members.size() < 3 && !model.kicked.contains(user) && model.members.add(user)) {
      model.rev++;
      model.joins++;
      model.peak = Math.max(model.peak, model.members.size());
      predict("participant.joined", model, user);
    }
  }

  private void leave(HookScene scene, Model model, String user) {
    certainly(
        scene,
        () ->
            scene
                .rooms
                .findNow(model.room.key())
                .ifPresent(room -> scene.seats.leave(room, new SeatHolder(user, "c-" + user))));
    gone("participant.left", model, user);
  }

  private void kick(HookScene scene, Model model, String user) {
    certainly(
        scene,
        () ->
            scene.rooms.findNow(model.room.key()).ifPresent(room -> scene.seats.kick(room, user)));
    if (model.members.contains(user)) {
      model.kicked.add(user);
    }
    gone("participant.kicked", model, user);
  }

  private void gone(String type, Model model, String user) {
    if (model.members.remove(user)) {
      model.rev++;
      predict(type, model, user);
      if (model.sharer.filter(user::equals).isPresent()) {
        model.sharer = Optional.empty();
        predict("share.stopped", model, user);
      }
    }
  }

  private void share(HookScene scene, Model model, String user) {
    if (!model.members.contains(user)) {
      return;
    }
    Ask ask = new Ask(user, clock.instant(), RATE);
    if (model.sharer.isEmpty()) {
      Room room = scene.rooms.findNow(model.room.key()).orElseThrow();
      certainly(
          scene,
          () -> {
            Room now = scene.rooms.findNow(model.room.key()).orElse(room);
            if (now.share().isEmpty()) {
              scene.rooms.share(now, new Share("screen", Optional.empty(), user), ask);
            }
          });
      model.sharer = Optional.of(user);
      model.rev++;
      predict("share.started", model, user);
      // A start that DynamoDB carries out twice, since its answer got lost, is another revision.
      model.rev = scene.rooms.findNow(model.room.key()).orElseThrow().rev();
    } else if (model.sharer.get().equals(user)) {
      certainly(
          scene,
          () -> {
            Room now = scene.rooms.findNow(model.room.key()).orElseThrow();
            if (now.share().isPresent()) {
              scene.rooms.endShare(now, ask);
            }
          });
      model.sharer = Optional.empty();
      model.rev++;
      predict("share.stopped", model, user);
    }
  }

  /** A message has an id of its own, however often it is counted. */
  private static void say(HookScene scene, Model model, Random random) {
    String id = "m" + random.nextLong();
    certainly(scene, () -> scene.wiring.messages().count(model.room.life(), id));
    model.messages++;
  }

  private void end(HookScene scene, Model model) {
    certainly(
        scene,
        () -> {
          scene.rooms.findNow(model.room.key()).ifPresent(scene.rooms::delete);
          scene.licenses.closeRoom(model.room.life());
        });
    open.remove(model);
    level = open.size() == LIMIT ? 2 : open.size() * 5 >= LIMIT * 4 ? 1 : 0;
    model.rev++;
    model.members.forEach(user -> predict("participant.left", model, user));
    model.sharer.ifPresent(user -> predict("share.stopped", model, user));
    predict("room.ended", model, "");
    uses.add(model.joins + " joins, " + model.peak + " at once, " + model.messages + " messages");
  }

  private void predict(String type, Model model, String whose) {
    Room room = model.room;
    String life = Long.toString(room.createdAt());
    predict(type, room.licenseId(), room.roomId(), life, Long.toString(model.rev), whose);
  }

  private void predict(String type, String... traits) {
    String[] all = Stream.concat(Stream.of(type), Stream.of(traits)).toArray(String[]::new);
    predicted.add(type + " " + DerivedIds.base62(16, all));
  }

  /** As a client does whose request was not answered. */
  private static void certainly(HookScene scene, Runnable call) {
    while (true) {
      scene.trouble.before();
      try {
        call.run();
        return;
      } catch (RuntimeException died) {
        // It asks again.
      } finally {
        scene.trouble.after();
      }
    }
  }

  /** Faults in every position. */
  private record RandomTrouble(Random random) implements HookScene.Trouble {

    @Override
    public void before() {
      switch (random.nextInt(8)) {
        case 0, 1 -> DYNAMO.faults().die(1 + random.nextInt(5));
        case 2 -> DYNAMO.faults().loseAnswer("UpdateItem", 1);
        case 3 -> DYNAMO.faults().loseAnswer("PutItem", 1);
        case 4 -> DYNAMO.faults().throttle("UpdateItem", 2);
        default -> {}
      }
    }

    @Override
    public void after() {
      DYNAMO.faults().reset();
    }

    @Override
    public void send(Runnable sending) {
      int dice = random.nextInt(10);
      if (dice == 0) {
        throw new IllegalStateException("not sent");
      }
      sending.run();
      if (dice == 1) {
        throw new IllegalStateException("sent, without an answer");
      }
    }

    @Override
    public boolean twice() {
      return random.nextInt(6) == 0;
    }
  }
}
