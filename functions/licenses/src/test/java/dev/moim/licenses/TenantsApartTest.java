package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.licenses.LicensesApi.Answer;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Two tenants that use the same room names do whatever they like. Each sees exactly what it did
 * itself, and not a byte of the other.
 */
class TenantsApartTest {

  private static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("RoomsTable", "LicensesTable");

  private static final Pattern DERIVED = Pattern.compile("(ses|con|tok)_\\w+");

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final LicensesApi api = LicensesApi.of(DYNAMO, clock);
  private final RoomScene scene = new RoomScene(DYNAMO, api.licenses, clock);

  @BeforeContainer
  static void start() {
    DYNAMO.start();
  }

  @AfterContainer
  static void stop() {
    DYNAMO.stop();
  }

  enum Kind {
    OPEN,
    CLOSE,
    JOIN,
    LEAVE,
    WAIT
  }

  record Step(boolean first, Kind kind, int room, int user) {}

  /** What a tenant did: who is in which of its rooms. */
  private final class Tenant {
    final String name;
    final NewLicense keys;
    final Map<String, Set<String>> open = new TreeMap<>();
    final Set<String> closed = new TreeSet<>();

    Tenant(String name) {
      this.name = name;
      keys = api.tenant(name + ".example", clock);
    }

    void take(Step step) {
      String id = keys.license().id();
      String room = "room" + step.room();
      String user = name + "-user" + step.user();
      switch (step.kind()) {
        case OPEN -> {
          scene.open(new RoomKey(id, room));
          open.putIfAbsent(room, new TreeSet<>());
        }
        case CLOSE -> {
          scene.close(new RoomKey(id, room));
          if (open.remove(room) != null) {
            closed.add(room);
          }
        }
        case JOIN -> {
          scene.join(new RoomKey(id, room), user);
          open.computeIfPresent(room, (key, users) -> with(users, user));
        }
        case LEAVE -> {
          scene.leave(new RoomKey(id, room), user);
          open.getOrDefault(room, new TreeSet<>()).remove(user);
        }
        case WAIT -> clock.advance(Duration.ofSeconds(1));
      }
    }

    /** Everything a tenant can ask. */
    List<Answer> answers() {
      Map<String, String> today = Map.of("startTime", "2100-01-31");
      return List.of(
          api.get("GET /v1/info", keys),
          api.sessions(keys),
          api.room(keys, "room0"),
          api.room(keys, "room1"),
          api.get("GET /v1/static", keys, today));
    }

    Map<String, Set<String>> shown() {
      return api.sessions(keys).list().stream()
          .collect(
              Collectors.toMap(
                  room -> String.valueOf(room.get("roomName")),
                  room ->
                      ((List<?>) room.get("sessionTokens"))
                          .stream()
                              .map(Map.class::cast)
                              .map(user -> String.valueOf(user.get("userName")).substring(8))
                              .collect(Collectors.toSet())));
    }
  }

  private static Set<String> with(Set<String> users, String user) {
    users.add(user);
    return users;
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 2))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Tag("slow")
  @Property(tries = 40)
  void eachSeesExactlyItsOwn(@ForAll("steps") List<Step> steps) {
    Tenant first = new Tenant("alpha");
    Tenant second = new Tenant("beta");
    steps.forEach(step -> (step.first() ? first : second).take(step));

    assertThat(first.shown()).isEqualTo(first.open);
    assertThat(second.shown()).isEqualTo(second.open);
    assertNothingOf(second, first.answers());
    assertNothingOf(first, second.answers());
  }

  private void assertNothingOf(Tenant other, List<Answer> answers) {
    Set<String> theirs = new HashSet<>(Set.of(other.name, other.keys.license().id()));
    theirs.addAll(derivedIds(other.answers()));
    String seen = text(answers);
    assertThat(theirs).noneMatch(seen::contains);
  }

  private static Set<String> derivedIds(List<Answer> answers) {
    return DERIVED
        .matcher(text(answers))
        .results()
        .map(match -> match.group())
        .collect(Collectors.toSet());
  }

  private static String text(List<Answer> answers) {
    return answers.stream().map(answer -> Json.write(answer.body())).collect(Collectors.joining());
  }
}
