package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.socket.TestSocket;
import dev.moim.shared.wire.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People who do everything at once, while their frames overtake each other on the way. */
class ShuffledCallsTest {

  private static final int PEOPLE = 5;
  private static final int CHATS = 6;

  private static CallsCloud calls;

  @BeforeAll
  static void start() {
    calls = CallsCloud.start(new Shuffle(Duration.ofMillis(200), 10, 7));
  }

  @AfterAll
  static void stop() {
    calls.close();
  }

  @Test
  void everyRequestIsAnsweredAndEveryChatArrives() throws Exception {
    List<User> people = IntStream.rangeClosed(1, PEOPLE).mapToObj(n -> new User("p" + n)).toList();
    for (User user : people) {
      user.ask("register", registration());
    }
    for (User user : people) {
      user.awaitReplies();
    }
    Map<String, Object> room = Map.of("roomId", "shuffled");
    people
        .getFirst()
        .ask("createRoom", Map.of("roomId", "shuffled", "destroy", true, "capacity", PEOPLE));
    people.getFirst().awaitReplies();
    for (User user : people) {
      user.ask("joinRoom", room);
    }
    for (User user : people) {
      user.awaitReplies();
    }
    for (User user : people) {
      for (int n = 1; n <= CHATS; n++) {
        user.ask("chat", Map.of("roomId", "shuffled", "message", user.id + " " + n));
      }
    }
    for (User user : people) {
      user.awaitReplies();
      user.awaitChats((PEOPLE - 1) * CHATS);
      assertThat(user.chats).noneMatch(chat -> chat.startsWith(user.id));
    }
    assertThat(people)
        .as("some answer came before that to an earlier request")
        .anyMatch(user -> user.overtook);
  }

  private static Map<String, Object> registration() {
    return Map.of(
        "cpCode", calls.license().license().cpCode(),
        "authKey", calls.license().authKey(),
        "ipAddr", "127.0.0.1");
  }

  /** Keeps replies and chats apart, in whatever order they come. */
  private static final class User {
    final String id;
    final TestSocket socket = TestSocket.open(calls.cloud().socketUrl("calls"));
    final SequencedSet<String> unanswered = new LinkedHashSet<>();
    final Set<String> chats = new LinkedHashSet<>();
    int asked;
    boolean overtook;

    User(String id) {
      this.id = id;
    }

    void ask(String eventOp, Map<String, Object> fields) {
      String reqId = eventOp + asked++;
      unanswered.add(reqId);
      Map<String, Object> frame = new LinkedHashMap<>(fields);
      frame.putAll(Map.of("eventOp", eventOp, "userId", id, "reqId", reqId));
      socket.send(Json.write(frame));
    }

    void awaitReplies() throws InterruptedException {
      while (!unanswered.isEmpty()) {
        take();
      }
    }

    void awaitChats(int count) throws InterruptedException {
      while (chats.size() < count) {
        take();
      }
    }

    private void take() throws InterruptedException {
      Map<String, Object> frame = Json.readObject(socket.next());
      String reqId = String.valueOf(frame.get("reqId"));
      if (unanswered.contains(reqId)) {
        assertThat(frame).containsEntry("code", "200");
        overtook |= !unanswered.getFirst().equals(reqId);
        unanswered.remove(reqId);
      } else if (frame.get("message") instanceof String chat) {
        chats.add(chat);
      }
    }
  }
}
