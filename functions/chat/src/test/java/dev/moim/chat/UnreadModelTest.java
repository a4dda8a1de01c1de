package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Client;
import dev.moim.testkit.DynamoDbExtension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is unread is what a model says, whatever people do. */
class UnreadModelTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private static final int PEOPLE = 3;
  private static final int STEPS = 15;

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  /** Who has said what, in order; and how many of it somebody had seen when they last looked. */
  private final List<Integer> said = new ArrayList<>();

  private final Map<Integer, Integer> seen = new HashMap<>();

  @Tag("slow")
  @RepeatedTest(100)
  void matchesTheModel(RepetitionInfo run) {
    play(new Random(run.getCurrentRepetition()), MEETING + run.getCurrentRepetition());
  }

  @Test
  void matchesTheModelOnce() {
    play(new Random(0), MEETING);
  }

  private void play(Random random, long room) {
    world.meeting(room, 1, 2, 3);
    List<Client> clients = new ArrayList<>();
    for (int person = 1; person <= PEOPLE; person++) {
      clients.add(world.client("r" + room + "p" + person, person));
    }
    for (int step = 0; step < STEPS; step++) {
      int person = 1 + random.nextInt(PEOPLE);
      switch (random.nextInt(5)) {
        case 0 -> {
          assertThat(world.in(person, room).status()).isEqualTo(200);
          seen.put(person, said.size());
        }
        case 1 -> {
          assertThat(world.out(person, room).status()).isEqualTo(200);
          seen.put(person, said.size());
        }
        default -> {
          clients.get(person - 1).say(person, room, "말 " + step);
          said.add(person);
        }
      }
    }
    for (int person = 1; person <= PEOPLE; person++) {
      Object shown = world.list(person).list().getFirst().get("unreadMessagesCount");
      assertThat(String.valueOf(shown)).isEqualTo(expected(person));
    }
  }

  private String expected(int person) {
    if (!seen.containsKey(person)) {
      return "null";
    }
    List<Integer> since = said.subList(seen.get(person), said.size());
    return Long.toString(since.stream().filter(author -> author != person).count());
  }
}
