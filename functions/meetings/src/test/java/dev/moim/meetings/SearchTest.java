package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Answer;
import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.meetings.dynamodb.Population;
import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and searches: complete, in order, and at the same cost however many meetings there are. */
class SearchTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  /** {@code -Dmoim.search.questions=1000} asks more. */
  private static final int QUESTIONS = Integer.getInteger("moim.search.questions", 40);

  private final TestClock clock = TestClock.at("2100-02-01T09:00:00Z");
  private final MeetingsApi api = new MeetingsApi(DYNAMO, clock);
  private final Population population = new Population(DYNAMO, clock);

  /** Somebody's question, and which meetings answer it. */
  private record Question(Map<String, String> query, List<Long> answer) {}

  @Test
  void everyAnswerIsFoundAndNoOther() {
    long seed = System.nanoTime();
    Seoul seoul = new Seoul(seed);
    List<Meeting> all = population.settle(600, 100, seoul);
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = question(seoul, all);
      assertThat(pages(question.query()))
          .as("seed %d, %s", seed, question.query())
          .isEqualTo(question.answer());
    }
  }

  private Question question(Seoul seoul, List<Meeting> all) {
    Map<String, String> query = new HashMap<>();
    List<Meeting> left = new ArrayList<>(all);
    if (seoul.random().nextInt(6) != 0) {
      Meeting one = seoul.pick(all);
      String type = seoul.pick(List.of("TITLE", "ADDRESS", "CONTENT"));
      String word = disguised(seoul, seoul.partOf(text(one, type)).strip());
      if (!word.isEmpty()) {
        query.put("searchType", type);
        query.put("keyword", word);
        left.removeIf(it -> !plain(text(it, type)).contains(plain(word)));
      }
    }
    Set<Category> wanted = seoul.wanted();
    query.put("foodCategory", wanted.stream().map(Category::name).collect(Collectors.joining(",")));
    left.removeIf(it -> !it.details().categories().containsAll(wanted));
    Comparator<Meeting> order = Comparator.comparing(it -> it.details().at());
    if (seoul.random().nextBoolean()) {
      GeoPoint here = seoul.place();
      query.put("latitude", Double.toString(here.latitude()));
      query.put("longitude", Double.toString(here.longitude()));
      order = Comparator.comparingDouble(it -> here.distanceTo(it.details().venue().point()));
    }
    left.sort(order.thenComparing(Meeting::id));
    int pageSize = seoul.pick(List.of(20, 50, 100));
    query.put("pageSize", Integer.toString(pageSize));
    return new Question(query, left.stream().map(Meeting::id).limit(3L * pageSize).toList());
  }

  private static String disguised(Seoul seoul, String word) {
    return switch (seoul.random().nextInt(4)) {
      case 0 -> word.toUpperCase(Locale.ROOT);
      case 1 -> Normalizer.normalize(word, Normalizer.Form.NFD);
      default -> word;
    };
  }

  private static String text(Meeting meeting, String type) {
    return switch (type) {
      case "TITLE" -> meeting.details().title();
      case "ADDRESS" -> meeting.details().venue().address();
      default -> meeting.details().content();
    };
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** The first three pages, as clients turn them. */
  private List<Long> pages(Map<String, String> query) {
    List<Long> ids = new ArrayList<>();
    Map<String, String> next = new HashMap<>(query);
    for (int page = 0; page < 3; page++) {
      Answer answer = api.nobody().search(next);
      assertThat(answer.status()).as("%s %s", next, answer.body()).isEqualTo(200);
      ids.addAll(answer.ids("meetings", "id"));
      if (answer.at("cursor") == null) {
        assertThat(answer.at("hasNext")).isEqualTo(false);
        return ids;
      }
      assertThat(answer.list("meetings")).hasSize(Integer.parseInt(query.get("pageSize")));
      next.putAll(cursor(answer));
    }
    return ids;
  }

  static Map<String, String> cursor(Answer answer) {
    Map<String, String> cursor = new HashMap<>();
    cursor.put("lastId", answer.text("cursor.id"));
    cursor.put("lastDistance", answer.text("cursor.distance"));
    cursor.put("lastMeetingDateTime", answer.text("cursor.meetingDateTime"));
    return cursor;
  }

  /** Much of what people eat is called by one syllable. */
  @Test
  void oneLetterIsEnough() {
    api.person(1);
    long id = api.as(1).created(Form.of("회 먹을 사람"));
    api.as(1).created(Form.of("김밥"));
    api.stream.deliver();
    assertThat(titled("회")).containsExactly(id);
  }

  @Test
  void changesAreFoundOnceTheStreamHasToldThem() {
    api.people(1, 2);
    long id = api.as(1).created(Form.of("해물파전 모임"));
    api.stream.deliver();
    assertThat(titled("파전")).containsExactly(id);
    api.as(1).update(id, Form.of("막걸리 모임"));
    assertThat(titled("파전")).isEmpty(); // the meeting itself says otherwise by now
    api.stream.deliver();
    assertThat(titled("막걸리")).containsExactly(id);
    api.as(1).complete(id);
    assertThat(titled("막걸리")).isEmpty();
    api.stream.deliver();
    assertThat(titled("막걸리")).isEmpty();
  }

  /** Old news that comes late says nothing about what is now. */
  @Test
  void recordsMayComeTwiceAndLate() {
    api.people(1, 1);
    long id = api.as(1).created(Form.of("김치전 모임"));
    var created = api.stream.fresh();
    api.as(1).update(id, Form.of("육회 모임"));
    api.stream.deliver();
    api.stream.deliver(created);
    api.stream.deliver(created);
    assertThat(titled("육회")).containsExactly(id);
    assertThat(titled("김치")).isEmpty();
    long gone = api.as(1).created(Form.of("육회 또"));
    var second = api.stream.fresh();
    api.as(1).delete(gone);
    api.stream.deliver();
    api.stream.deliver(second);
    assertThat(titled("육회")).containsExactly(id);
  }

  private List<Long> titled(String word) {
    return api.nobody()
        .search(Map.of("searchType", "TITLE", "keyword", word, "foodCategory", ""))
        .ids("meetings", "id");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 179.9, 0, -179.9, 0, 179.0", // across the antimeridian
    "89.9, 0, 89.9, 180, 89.0, 0", // across the pole
    "-89.9, 90, -89.9, -90, -88.0, 90"
  })
  void nearestIsNearestAnywhere(
      double lat, double lng, double nearLat, double nearLng, double farLat, double farLng) {
    api.people(1, 1);
    long far = api.as(1).created(Form.of("먼 모임").at(farLat, farLng));
    long near = api.as(1).created(Form.of("가까운 모임").at(nearLat, nearLng));
    api.stream.deliver();
    Answer answer =
        api.nobody()
            .list(Map.of("latitude", Double.toString(lat), "longitude", Double.toString(lng)));
    assertThat(answer.ids("meetings", "id")).containsExactly(near, far);
    assertThat(((Number) answer.at("meetings.0.distance")).doubleValue()).isBetween(22.0, 22.5);
  }

  /** What is put in before the cursor moves nothing, what comes behind it is seen. */
  @Test
  void cursorStaysInPlaceWhileOthersMakeMeetings() {
    api.people(1, 1);
    List<Long> ids = new ArrayList<>();
    for (int day = 10; day < 16; day++) {
      String at = "2100-02-%d12:00:00".formatted(day).replaceFirst("(-\\d\\d)(\\d\\d:)", "$1T$2");
      ids.add(api.as(1).created(Form.of("모임").with("meetingDateTime", at)));
    }
    Answer first = api.nobody().list(Map.of("pageSize", "3"));
    assertThat(first.ids("meetings", "id")).isEqualTo(ids.subList(0, 3));
    api.as(1).created(Form.of("앞").with("meetingDateTime", "2100-02-09T12:00:00"));
    long between = api.as(1).created(Form.of("뒤").with("meetingDateTime", "2100-02-13T15:00:00"));
    Map<String, String> next = new HashMap<>(cursor(first));
    next.put("pageSize", "10");
    assertThat(api.nobody().list(next).ids("meetings", "id"))
        .containsExactly(ids.get(3), between, ids.get(4), ids.get(5));
  }

  @Test
  void freshListingsAreBoundIntoVolumes() {
    Seoul seoul = new Seoul(11);
    List<Meeting> all = population.settle(500, 300, seoul);
    population.bind();
    assertThat(population.loose()).isZero();
    assertThat(population.manifest().volumes()).hasSize(1);
    List<Long> byDate =
        all.stream()
            .sorted(
                Comparator.comparing((Meeting it) -> it.details().at()).thenComparing(Meeting::id))
            .map(Meeting::id)
            .limit(100)
            .toList();
    Map<String, String> everything = Map.of("foodCategory", "", "pageSize", "100");
    Map<String, String> koreanOrNot =
        Map.of("searchType", "ADDRESS", "keyword", "서울", "foodCategory", "", "pageSize", "100");
    assertThat(api.nobody().search(everything).ids("meetings", "id")).isEqualTo(byDate);
    assertThat(api.nobody().search(koreanOrNot).ids("meetings", "id")).isEqualTo(byDate);
    clock.advance(Duration.ofDays(45)); // most of them are over
    population.bind();
    assertThat(population.manifest().volumes()).hasSize(1);
    assertThat(population.manifest().volumes().getFirst().bytes()).isLessThan(20_000);
  }
}
