package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.spec.AsyncApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Anything at all is answered with a documented code, never with 500, and breaks no rule of a room.
 */
class BadInputTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final AsyncApi API = AsyncApi.ofProject();

  /** Those that exist, and some that only look like it. */
  private static final List<String> OPERATIONS =
      Stream.concat(
              API.operations("calls", "receive").keySet().stream(),
              Stream.of("sdpRoom", "presence", "JOINROOM", ""))
          .toList();

  private static final Set<String> FIELDS =
      API.operations("calls", "receive").values().stream()
          .flatMap(operation -> AsyncApi.messages(operation).stream())
          .flatMap(message -> API.fields(message).stream())
          .filter(field -> !field.equals("eventOp"))
          .collect(Collectors.toCollection(TreeSet::new));

  private World world;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
  }

  @Test
  void framesThatAreNoRequestGet400() {
    for (String frame :
        List.of(
            "",
            "nonsense",
            "{",
            "[]",
            "[1]",
            "null",
            "5",
            "\"x\"",
            "{}",
            "{\"eventOp\":7}",
            "{\"eventOp\":null}",
            "{\"eventOp\":\"a\"}{}",
            "\u0000")) {
      Optional<String> reply = world.frames.answer(world.sender("c"), frame);
      assertThat(Json.readObject(reply.orElseThrow()))
          .as(frame)
          .containsEntry("code", "400")
          .containsEntry("eventOp", "");
    }
  }

  @Tag("slow")
  @RepeatedTest(20)
  void randomRequestsOfManyUsersAreAllAnswered(org.junit.jupiter.api.RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Client> clients = new ArrayList<>();
    for (String user : List.of("a", "b", "민지", "d")) {
      clients.add(world.user(user));
    }
    clients.getFirst().create("R", "capacity", 3);
    clients.forEach(client -> client.join("R"));

    for (int i = 0; i < 100; i++) {
      Map<String, Object> request = request(random);
      Client.Answer answer = clients.get(random.nextInt(clients.size())).dispatch(request);
      assertThat(answer.fields().isEmpty() ? "200" : answer.code())
          .as("seed %s: %s", repetition.getCurrentRepetition(), request)
          .matches("200|400|401|403|405|409|41[0-3]|42[12]|44[0-5]");
    }
    world.findRoom("R").ifPresent(room -> assertThat(room.seats().size()).isLessThanOrEqualTo(100));
    assertThat(world.licenseNow().rooms()).hasSizeLessThanOrEqualTo(10);
  }

  private Map<String, Object> request(Random random) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("eventOp", pick(random, OPERATIONS));
    for (String field : FIELDS) {
      if (random.nextInt(3) > 0) {
        request.put(field, value(random, field));
      }
    }
    return request;
  }

  /** Usually what belongs there, sometimes anything. */
  private Object value(Random random, String field) {
    if (random.nextInt(4) == 0) {
      return anything(random, 0);
    }
    return switch (field) {
      case "userId", "target", "host" -> pick(random, List.of("a", "b", "민지", "d", "stranger"));
      case "roomId" -> pick(random, List.of("R", "R", "R", "other"));
      case "cpCode" -> world.license.license().cpCode();
      case "authKey" -> world.license.authKey();
      case "list" -> List.of("a", "b");
      case "capacity" -> random.nextInt(5);
      default -> anything(random, 0);
    };
  }

  private static Object anything(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 9 : 11)) {
      case 0 -> "";
      case 1 -> true;
      case 2 -> random.nextInt();
      case 3 -> 1e300 * random.nextGaussian();
      case 4 -> "null\u0000\uD800 \u202E\n'\"<script>";
      case 5 -> "x".repeat(random.nextInt(30_000));
      case 6 -> "가".repeat(random.nextInt(40));
      case 7 -> "true";
      case 8 -> "#n0.:v1[0]";
      case 9 -> List.of(anything(random, depth + 1), anything(random, depth + 1));
      default -> Map.of("k" + random.nextInt(9), anything(random, depth + 1));
    };
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
