package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Client;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is unread is what a model says, whatever people do. */
class UnreadModelTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  /**
   * Some find what more would; {@code -Dmoim.unread.runs=100} plays as many as a change deserves.
   */
  private static final int RUNS = Integer.getInteger("moim.unread.runs", 5);

  private static final int HOST = 1;
  private static final int PEOPLE = 4;
  private static final int STEPS = 25;

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  @Test
  void matchesTheModel() {
    for (int run = 0; run < RUNS; run++) {
      new Play(run).play();
    }
  }

  /** A room with what a model knows of it. */
  private final class Play {

    private final long room;
    private final int run;
    private final Random random;

    /** Who has said what, in order. */
    private final List<Integer> said = new ArrayList<>();

    /** How much of it somebody had seen when they last looked, of those who have. */
    private final Map<Integer, Integer> seen = new HashMap<>();

    private final TreeSet<Integer> inside = new TreeSet<>(List.of(HOST));
    private final Map<Integer, Client> clients = new HashMap<>();
    private final Map<Integer, String> lastFrames = new HashMap<>();

    private Play(int run) {
      this.run = run;
      this.room = MEETING + run;
      this.random = new Random(run);
    }

    private void play() {
      world.meeting(room, HOST);
      for (int person = 1; person <= PEOPLE; person++) {
        world.person(person);
        clients.put(person, world.client("r" + run + "p" + person, person));
        if (person != HOST) {
          come(person);
        }
      }
      for (int step = 0; step < STEPS; step++) {
        world.clock.advance(Duration.ofSeconds(1)); // nobody floods
        step("말 " + step);
        inside.forEach(this::assertUnread);
      }
    }

    private void step(String text) {
      int person = 1 + random.nextInt(PEOPLE);
      if (!inside.contains(person)) {
        come(person);
        return;
      }
      switch (random.nextInt(10)) {
        case 0 -> look(person, () -> world.in(person, room).status());
        case 1 -> look(person, () -> world.out(person, room).status());
        case 2 -> go(person);
        case 3 -> repeat(person);
        case 4 -> lookWhileAnotherSpeaks(person, text);
        case 5 -> allLookAtOnce();
        default -> say(person, text);
      }
    }

    private void come(int person) {
      world.approve(room, HOST, person);
      inside.add(person);
    }

    private void look(int person, IntSupplier request) {
      assertThat(request.getAsInt()).isEqualTo(200);
      seen.put(person, said.size());
    }

    /** Of themselves, or because the host wants them to. */
    private void go(int person) {
      if (person == HOST) {
        return;
      }
      boolean kicked = random.nextBoolean();
      if (kicked) {
        assertThat(world.kick(HOST, room, person).status()).isEqualTo(200);
      } else {
        assertThat(world.send(person, "POST /api/v1/chatrooms/{roomId}/leave", room).status())
            .isEqualTo(200);
      }
      world.remove(kicked ? "meeting.kicked" : "meeting.left", room, HOST, person);
      inside.remove(person);
      seen.remove(person);
      assertThat(shown(person)).as("run %s: it is in no list", run).isEqualTo("none");
    }

    private void say(int person, String text) {
      String frame =
          clients.get(person).saying(person, room, text, Map.of("clientId", room + text));
      lastFrames.put(person, frame);
      clients.get(person).frame(frame);
      said.add(person);
    }

    /** Its client heard no answer. */
    private void repeat(int person) {
      String frame = lastFrames.get(person);
      if (frame != null) {
        clients.get(person).frame(frame);
      }
    }

    /** Either they see what the other says, or it is unread. */
    private void lookWhileAnotherSpeaks(int person, String text) {
      int other = inside.stream().filter(it -> it != person).findAny().orElse(person);
      if (other == person) {
        return;
      }
      var speaking = CompletableFuture.runAsync(() -> say(other, text));
      boolean saw = world.in(person, room).texts().contains(text);
      speaking.join();
      seen.put(person, saw ? said.size() : said.size() - 1);
    }

    private void allLookAtOnce() {
      inside.stream()
          .map(person -> CompletableFuture.runAsync(() -> world.in(person, room)))
          .toList()
          .forEach(CompletableFuture::join);
      inside.forEach(person -> seen.put(person, said.size()));
    }

    private void assertUnread(int person) {
      assertThat(shown(person)).as("run %s, %s of %s", run, person, said).isEqualTo(unread(person));
    }

    private String unread(int person) {
      if (!seen.containsKey(person)) {
        return "null";
      }
      List<Integer> since = said.subList(seen.get(person), said.size());
      return Long.toString(since.stream().filter(author -> author != person).count());
    }

    private String shown(int person) {
      return world.list(person).list().stream()
          .filter(it -> String.valueOf(it.get("roomId")).equals(Long.toString(room)))
          .map(it -> String.valueOf(it.get("unreadMessagesCount")))
          .findAny()
          .orElse("none");
    }
  }
}
