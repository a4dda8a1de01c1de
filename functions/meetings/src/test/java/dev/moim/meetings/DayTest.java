package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Answer;
import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.meetings.MeetingsModel.Expected;
import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.Details;
import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.meeting.PostingDay;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A day of fifty people who make meetings, apply, decide, change their minds and look around, each
 * thing by a request, in an order drawn by lot. Whatever is answered, a model of a few maps says
 * the same; in every other run the network and the database fail as they do.
 */
class DayTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private static final int PEOPLE = 50;

  /** Of each run; {@code -Dmoim.day.steps=1000} makes a long day. */
  private static final int STEPS = Integer.getInteger("moim.day.steps", 60);

  private final TestClock clock = TestClock.at("2100-02-01T00:00:00Z");
  private final MeetingsApi api = new MeetingsApi(DYNAMO, clock);
  private final MeetingsModel model = new MeetingsModel();
  private final List<String> history = new ArrayList<>();
  private Seoul seoul = new Seoul(0);
  private boolean faulty;

  /** {@code -Dmoim.days=100} plays more of them. */
  private static final int DAYS = Integer.getInteger("moim.days", 4);

  @Test
  void everyAnswerIsTheModels() {
    for (int day = 0; day < DAYS; day++) {
      DYNAMO.beforeEach(null);
      new DayTest().play(System.nanoTime(), day % 2 == 0);
    }
  }

  void play(long seed, boolean withFaults) {
    seoul = new Seoul(seed);
    faulty = withFaults;
    api.people(1, PEOPLE);
    history.add("seed " + seed + (withFaults ? ", with faults" : ""));
    try {
      for (int i = 0; i < STEPS; i++) {
        step();
      }
      lookAround();
    } catch (AssertionError | RuntimeException wrong) {
      throw new AssertionError(String.join("\n", history), wrong);
    }
  }

  private void step() {
    disturb();
    long user = 1 + random().nextInt(random().nextInt(4) == 0 ? PEOPLE : 12);
    switch (random().nextInt(22)) {
      case 0, 1, 2, 3 -> create(user);
      case 4 -> update(user);
      case 5 -> same("delete", meeting(), user, api.as(user)::delete, model::delete);
      case 6 -> same("complete", meeting(), user, api.as(user)::complete, model::complete);
      case 7, 8, 9, 10, 11 -> apply(user);
      case 12, 13, 14 -> decide(user, true);
      case 15 -> decide(user, false);
      case 16 -> same("withdraw", application(), user, api.as(user)::withdraw, model::withdraw);
      case 17 -> pass();
      case 18 -> own(user);
      case 19, 20 -> remove(user);
      default -> find();
    }
    DYNAMO.faults().reset();
  }

  /** Each of these ends well: the request is repeated, and does its work once. */
  private void disturb() {
    if (!faulty) {
      return;
    }
    switch (random().nextInt(7)) {
      case 0 -> DYNAMO.faults().loseAnswer("TransactWriteItems", 1);
      case 1 -> DYNAMO.faults().throttle("TransactWriteItems", 1);
      case 2 -> DYNAMO.faults().conflict(2);
      case 3 -> DYNAMO.faults().throttle("BatchGetItem", 1);
      case 4 -> DYNAMO.faults().loseAnswer("Query", 1);
      case 5 -> DYNAMO.faults().throttle("PutItem", 1);
      default -> {} // nothing happens to most
    }
  }

  private Random random() {
    return seoul.random();
  }

  private interface Rule {
    Expected of(long id, long user);
  }

  private void same(String what, long id, long user, LongFunction<Answer> request, Rule rule) {
    Answer answer = request.apply(id);
    check(what + " " + id + " by " + user, answer, rule.of(id, user));
  }

  private void check(String what, Answer answer, Expected expected) {
    history.add(what + ": " + answer.status());
    String message = answer.status() < 300 ? "" : answer.text("message");
    assertThat(new Expected(answer.status(), message)).as(what).isEqualTo(expected);
  }

  private void create(long user) {
    Details details = seoul.details(clock.instant());
    LocalDate day = PostingDay.of(idNow()).date();
    boolean may = model.mayPost(user, day);
    Answer answer = api.as(user).create(form(details));
    check(
        "create by " + user,
        answer,
        may ? Expected.MADE : new Expected(429, "하루 포스팅 개수 제한을 초과하였습니다."));
    if (may) {
      model.post(answer.number("id"), user, details, day);
    }
  }

  private long idNow() {
    return (clock.millis() + 1 - Instant.parse("2025-01-01T00:00:00Z").toEpochMilli()) << 11;
  }

  private static Form form(Details details) {
    return Form.of(details.title())
        .with("locationId", details.venue().locationId())
        .at(details.venue().point().latitude(), details.venue().point().longitude())
        .with("address", details.venue().address())
        .with(
            "meetingDateTime",
            LocalDateTime.ofInstant(details.at(), PostingDay.ZONE).withNano(0).toString())
        .with("maxCount", details.maxCount())
        .with("category", details.categories().stream().map(Category::name).toList())
        .with("content", details.content());
  }

  private void update(long anybody) {
    long id = meeting();
    long user = authorOr(id, anybody);
    Details details = seoul.details(clock.instant());
    Answer answer = api.as(user).update(id, form(details));
    check("update " + id + " by " + user, answer, model.update(id, user, details));
  }

  private void apply(long user) {
    long id = meeting();
    Answer answer = api.as(user).apply(id);
    Expected expected = model.apply(id, user, clock.instant());
    check("apply for " + id + " by " + user, answer, expected);
    if (expected == Expected.MADE) {
      model.applied(answer.number("participationId"), id, user);
    }
  }

  private void decide(long anybody, boolean approve) {
    long id = application();
    var application = model.applications.get(id);
    long user = application == null ? anybody : authorOr(application.meeting.id, anybody);
    Answer answer = approve ? api.as(user).approve(id) : api.as(user).reject(id);
    check(
        (approve ? "approve " : "reject ") + id + " by " + user,
        answer,
        model.decide(id, user, approve));
  }

  /** Somebody leaves, or is put out. */
  private void remove(long anybody) {
    var application = model.applications.get(application());
    long id = application == null ? meeting() : application.meeting.id;
    long user = application == null ? anybody : application.user;
    long caller = random().nextBoolean() ? user : authorOr(id, anybody);
    Answer answer = api.as(caller).remove(id, user);
    check(
        "remove " + user + " from " + id + " by " + caller, answer, model.remove(id, caller, user));
  }

  /** Time passes, and sometimes the schedule comes. */
  private void pass() {
    clock.advance(Duration.ofHours(1 + random().nextInt(40)));
    if (random().nextBoolean()) {
      DYNAMO.faults().reset();
      api.expire();
      model.expire(clock.instant());
      history.add("expire");
    }
  }

  /** Mostly one that is there. */
  private long meeting() {
    List<Long> ids = new ArrayList<>(model.meetings.keySet());
    return ids.isEmpty() || random().nextInt(15) == 0 ? 12_345 : seoul.pick(ids);
  }

  private long application() {
    List<Long> ids = new ArrayList<>(model.applications.keySet());
    return ids.isEmpty() || random().nextInt(15) == 0 ? 12_345 : seoul.pick(ids);
  }

  /** Mostly its author. */
  private long authorOr(long meetingId, long anybody) {
    var meeting = model.meetings.get(meetingId);
    return meeting == null || random().nextInt(5) == 0 ? anybody : meeting.author;
  }

  private void own(long user) {
    history.add("lists of " + user);
    assertThat(pages("createdMeetingDtos", "meetingId", api.as(user)::created))
        .isEqualTo(model.madeBy(user));
    List<String> applied = new ArrayList<>();
    pages(
        "appliedMeetings",
        "id",
        query -> {
          Answer answer = api.as(user).applications(query);
          answer
              .list("appliedMeetings")
              .forEach(it ->
                  applied.add(
                      it.get("id")
                          + " "
                          + it.get("participationStatus")
                          + " "
                          + it.get("approvedCount")));
          return answer;
        });
    assertThat(applied).isEqualTo(model.appliedBy(user));
    for (long id : model.madeBy(user)) {
      assertThat(
              api.as(user).participants(id).list("participants").stream()
                  .map(it -> it.get("userId") + " " + it.get("participationStatus")))
          .isEqualTo(model.participants(id));
    }
  }

  private interface Lister {
    Answer page(Map<String, String> query);
  }

  private List<Long> pages(String list, String id, Lister lister) {
    List<Long> ids = new ArrayList<>();
    String last = "0";
    while (true) {
      Answer answer = lister.page(Map.of("lastId", last, "pageSize", "3"));
      ids.addAll(answer.ids(list, id));
      if (!Boolean.TRUE.equals(answer.at("hasNext"))) {
        return ids;
      }
      last = answer.text("lastId");
    }
  }

  /** By date at once; all else once the stream has told it: late, twice, and in any order. */
  private void find() {
    history.add("find");
    Instant now = clock.instant();
    assertThat(found(Map.of(), false)).isEqualTo(model.found("", Set.of(), null, now));
    tell();
    GeoPoint here = seoul.place();
    Map<String, String> near = new HashMap<>();
    near.put("latitude", Double.toString(here.latitude()));
    near.put("longitude", Double.toString(here.longitude()));
    assertThat(found(near, false)).isEqualTo(model.found("", Set.of(), here, now));
    Set<Category> wanted = seoul.wanted();
    String word = seoul.pick(List.of("모임", "번개", "강남", "떡볶이", "피자", "먹어요"));
    Map<String, String> search = random().nextBoolean() ? near : new HashMap<>();
    search.put("searchType", "TITLE");
    search.put("keyword", word);
    search.put(
        "foodCategory", wanted.stream().map(Category::name).collect(Collectors.joining(",")));
    assertThat(found(search, true))
        .isEqualTo(model.found(word, wanted, search.containsKey("latitude") ? here : null, now));
  }

  private void tell() {
    var records = new ArrayList<>(api.stream.fresh());
    if (faulty) {
      records.addAll(records.subList(0, records.size() / 2));
      Collections.shuffle(records, random());
    }
    api.stream.deliver(records);
    if (random().nextInt(4) == 0) {
      DYNAMO.faults().reset();
      api.settle();
    }
    if (random().nextInt(4) == 0) {
      api.restart();
    }
  }

  private List<Long> found(Map<String, String> query, boolean search) {
    List<Long> ids = new ArrayList<>();
    Map<String, String> next = new HashMap<>(query);
    next.put("pageSize", "4");
    while (true) {
      Answer answer = search ? api.nobody().search(next) : api.nobody().list(next);
      for (var shown : answer.list("meetings")) {
        long id = ((Number) shown.get("id")).longValue();
        ids.add(id);
        assertThat(shown.get("approvedCount")).isEqualTo(model.meetings.get(id).approved);
        assertThat(shown.get("title")).isEqualTo(model.meetings.get(id).details.title());
      }
      if (answer.at("cursor") == null) {
        return ids;
      }
      next.putAll(SearchTest.cursor(answer));
    }
  }

  private void lookAround() {
    find();
    for (long user = 1; user <= 12; user++) {
      own(user);
    }
  }
}
