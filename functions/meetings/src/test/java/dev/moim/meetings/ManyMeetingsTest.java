package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Answer;
import dev.moim.meetings.dynamodb.Population;
import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page takes as many requests however many meetings there are. */
class ManyMeetingsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private static final GeoPoint HERE = new GeoPoint(37.4979, 127.0276);
  private static final String WORD = "더치페이";

  /** So many are quickly written; of more, those that no answer can hold are left out. */
  private static final int FEW = 1_000;

  private final TestClock clock = TestClock.at("2100-02-01T09:00:00Z");
  private final MeetingsApi api = new MeetingsApi(DYNAMO, clock);
  private final Population population = new Population(DYNAMO, clock);

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void pageCostsTheSame(int meetings) {
    pagesCost(meetings);
  }

  @Tag("slow")
  @Test
  void pageCostsTheSameWithHundredThousand() {
    pagesCost(100_000);
  }

  private void pagesCost(int meetings) {
    population.settle(meetings, 100, new Seoul(7), it -> meetings <= FEW || isLookedAt(it));
    Map<String, String> here =
        Map.of(
            "latitude", Double.toString(HERE.latitude()),
            "longitude", Double.toString(HERE.longitude()));
    Map<String, String> word =
        Map.of("searchType", "CONTENT", "keyword", WORD, "foodCategory", "KOREAN,DESSERT");
    assertThat(requests(() -> page(api.nobody().list(Map.of())))).isEqualTo(Map.of("Query", 1));
    assertThat(requests(() -> page(api.nobody().list(here))))
        .isEqualTo(Map.of("Query", 1, "BatchGetItem", 2));
    assertThat(requests(() -> api.nobody().search(word)))
        .isEqualTo(Map.of("Query", 1, "BatchGetItem", 2));
    double cold = DYNAMO.counter().readUnits();
    // Once a function instance has read the volumes it needs them no more.
    Map<String, Integer> warm = Map.of("Query", 1, "BatchGetItem", 1);
    assertThat(requests(() -> page(api.nobody().list(here)))).isEqualTo(warm);
    Map<String, String> next = new HashMap<>(here);
    next.putAll(SearchTest.cursor(api.nobody().list(here)));
    assertThat(requests(() -> page(api.nobody().list(next)))).isEqualTo(warm);
    long start = System.nanoTime();
    assertThat(requests(() -> api.nobody().search(word))).isEqualTo(warm);
    System.out.printf(
        "Search  %d meetings, %d volumes, %d ms, %.0f read units, %.0f for the first%n",
        meetings,
        population.manifest().volumes().size(),
        (System.nanoTime() - start) / 1_000_000,
        DYNAMO.counter().readUnits(),
        cold);
  }

  /** Near, soon, or what is searched for. */
  private boolean isLookedAt(Meeting meeting) {
    return meeting.details().at().isBefore(clock.instant().plus(Duration.ofDays(1)))
        || HERE.distanceTo(meeting.details().venue().point()) < 0.5
        || meeting.details().content().contains(WORD)
            && meeting.details().categories().contains(Category.KOREAN)
            && meeting.details().categories().contains(Category.DESSERT);
  }

  private static void page(Answer answer) {
    assertThat(answer.list("meetings")).hasSize(20);
  }

  private static Map<String, Integer> requests(Runnable action) {
    DYNAMO.counter().reset();
    action.run();
    return DYNAMO.counter().byOperation();
  }
}
