package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose account is deleted is forgotten by meetings, wherever the function that does it dies. */
class ForgetPersonTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  /** Whoever goes, a number that stands nowhere else; an author who stays; and who else applies. */
  private static final long GONE = 777_001;

  private static final long HOST = 2;
  private static final long GUEST = 3;
  private static final long WAITING = 4;

  /** Others come before every fourth request; {@code -Dmoim.forget.step=1}: before each. */
  private static final int STEP = Integer.getInteger("moim.forget.step", 4);

  private MeetingsApi api;
  private Groups groups;
  private long open;
  private long closed;
  private long over;
  private long waitingFor;
  private long partOf;

  /** All there may be of somebody: meetings in each state, applications in each state. */
  @BeforeEach
  void live() {
    DYNAMO.beforeEach(null);
    TestClock clock = TestClock.at("2100-02-01T00:00:00Z");
    api = new MeetingsApi(DYNAMO, clock).people(HOST, WAITING).person(GONE);
    groups = new DynamoGroups(DYNAMO.client(), DYNAMO.table("GroupsTable"));
    over = api.as(GONE).created(Form.of("지난").with("meetingDateTime", "2100-02-01T12:00:00"));
    long canceled = api.as(GONE).created(Form.of("취소").picture(png()));
    api.as(GONE).delete(canceled);
    open = api.as(GONE).created(Form.of("모집").picture(png()));
    take(open, GUEST);
    api.as(WAITING).applied(open);
    closed = api.as(GONE).created(Form.of("마감").picture(png()));
    take(closed, GUEST);
    api.as(GONE).complete(closed);

    waitingFor = host();
    api.as(GONE).applied(waitingFor);
    partOf = host();
    take(partOf, GONE);
    api.as(HOST).reject(api.as(GONE).applied(host()));
    long called = host();
    take(called, GONE);
    api.as(GONE).applied(host());
    api.as(HOST).delete(called);
    clock.advance(Duration.ofHours(4)); // the first of them is over then
    api.deleteAccount(GONE);
  }

  private long host() {
    return api.as(HOST).created(Form.of("모임"));
  }

  /** Lets somebody apply, and its author say yes. */
  private void take(long meeting, long userId) {
    long author = api.nobody().read(meeting).number("authorId");
    api.as(author).approve(api.as(userId).applied(meeting));
  }

  private static byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String everything() {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("MeetingsTable", "GroupsTable")) {
      DYNAMO
          .client()
          .scanPaginator(r -> r.tableName(DYNAMO.table(table)))
          .items()
          .forEach(all::append);
    }
    return all.toString();
  }

  /** Studies forget calls of all groups that somebody is in, and then that they were. */
  private void studiesForget() {
    groups.ofUser(Long.toString(GONE)).forEach(member -> groups.forget(member.key(), Kind.STUDY));
  }

  private void assertForgotten() {
    assertThat(everything())
        .doesNotContain("사람" + GONE, "S=author#" + GONE, "S=user#" + GONE + ")")
        .doesNotContain("S=applicant#" + "%016d".formatted(GONE));
    assertThat(api.pictures.names).isEmpty();
    assertThat(groups.ofUser(Long.toString(GONE)))
        .as("what studies have not asked for yet")
        .allMatch(member -> member.status() == Member.Status.LEFT);
    assertThat(api.nobody().read(open).status()).isEqualTo(404);
    for (long meeting : List.of(closed, over)) {
      assertThat(api.nobody().read(meeting).number("authorId")).isZero();
      assertThat(api.nobody().read(meeting).at("thumbnail")).isNull();
    }
    assertThat(api.nobody().read(closed).number("approvedCount")).isEqualTo(2);
    assertThat(api.nobody().read(partOf).number("approvedCount")).isEqualTo(1);
    List<String> kinds = new ArrayList<>(api.stream.kinds());
    assertThat(kinds.stream().filter("meeting.canceled"::equals)).as("two before").hasSize(3);
    assertThat(kinds.stream().filter("meeting.left"::equals)).hasSize(1);
    assertThat(kinds).as("others hear of it by this family").contains("person.gone");
    studiesForget();
    assertThat(groups.ofUser(Long.toString(GONE))).isEmpty();
    assertThat(groups.members(Long.toString(open))).isEmpty();
    assertThat(groups.members(Long.toString(closed)))
        .extracting(Member::userId)
        .containsExactly(Long.toString(GUEST));
  }

  @Test
  void nothingOfThemIsLeft() {
    assertThat(everything()).contains("사람" + GONE, "S=author#" + GONE, "S=user#" + GONE + ")");
    assertThat(api.pictures.names).hasSize(3);
    assertThat(api.tellGone(GONE)).isTrue();
    assertForgotten();
    assertThat(api.as(GUEST).applications(Map.of()).list("appliedMeetings"))
        .extracting(it -> it.get("participationStatus"))
        .containsExactly("CANCELED", "APPROVED");
    assertThat(api.tellGone(GONE)).as("it may come again").isTrue();
    assertForgotten();
  }

  @Test
  void studiesMayHaveBeenThereFirst() {
    studiesForget();
    assertThat(groups.find(new MemberKey(Long.toString(partOf), Long.toString(GONE))))
        .hasValueSatisfying(member -> assertThat(member.isActive()).isTrue());
    assertThat(api.tellGone(GONE)).isTrue();
    assertThat(groups.ofUser(Long.toString(GONE))).isEmpty();
    assertForgotten();
  }

  @Test
  void everythingElseGoesOn() {
    api.tellGone(GONE);
    api.expire();
    assertThat(api.nobody().read(over).status()).isEqualTo(404);
    assertThat(api.stream.kinds()).contains("meeting.expired");
    assertThat(everything()).doesNotContain("author#" + GONE, "author#0");
    assertThat(api.as(GUEST).remove(closed, GUEST).status()).isEqualTo(204);
    assertThat(api.as(HOST).participants(waitingFor).list("participants")).isEmpty();
    assertThat(api.as(HOST).participants(partOf).list("participants")).isEmpty();
  }

  @Test
  void itMayDieBeforeAnyRequestAndBeginAgain() {
    int requests = 0;
    boolean done = false;
    while (!done) {
      requests++;
      live();
      DYNAMO.faults().die(requests);
      done = api.tellGone(GONE);
      DYNAMO.faults().reset();
      assertThat(api.tellGone(GONE)).as("after dying before request %s", requests).isTrue();
      assertForgotten();
    }
    assertThat(requests).as("it died before each of them").isGreaterThan(20);
  }

  @Test
  void bucketMayBeAwayForSomeTime() {
    for (int picture = 1; picture <= 3; picture++) {
      api.pictures.refused = picture;
      assertThat(api.tellGone(GONE)).isFalse();
      assertThat(api.tellGone(GONE)).isTrue();
      assertForgotten();
      live();
    }
  }

  /** Right before one of its requests, others do what they may. */
  @Test
  void othersMayDecideMeanwhile() {
    for (int what = 0; what < 4; what++) {
      boolean reached = true;
      for (int request = 1 + what; reached; request += STEP) {
        live();
        boolean[] happened = new boolean[1];
        int other = what;
        DYNAMO
            .faults()
            .meanwhile(
                request,
                () -> {
                  happened[0] = true;
                  act(other);
                });
        boolean done = api.tellGone(GONE);
        DYNAMO.faults().reset();
        reached = happened[0];
        assertThat(done || api.tellGone(GONE)).as("%s before %s", what, request).isTrue();
        assertThat(everything())
            .as("%s before %s", what, request)
            .doesNotContain("사람" + GONE, "S=author#" + GONE, "S=user#" + GONE + ")");
        assertThat(api.pictures.names).isEmpty();
        assertThat(api.nobody().read(open).status()).isEqualTo(404);
      }
    }
  }

  private void act(int what) {
    switch (what) {
      case 0 -> approveWhoeverWaits();
      case 1 -> api.as(HOST).delete(partOf);
      case 2 -> api.as(HOST).remove(partOf, GONE);
      default -> api.expire();
    }
  }

  private void approveWhoeverWaits() {
    for (var participant : api.as(HOST).participants(waitingFor).list("participants")) {
      api.as(HOST).approve(((Number) participant.get("participationId")).longValue());
    }
  }

  @Test
  void requestsAreFew() {
    DYNAMO.counter().reset();
    api.tellGone(5);
    assertThat(DYNAMO.counter().byOperation())
        .as("of nobody")
        .isEqualTo(Map.of("Query", 3, "TransactWriteItems", 1));
    live();
    DYNAMO.counter().reset();
    api.tellGone(GONE);
    assertThat(DYNAMO.counter().byOperation())
        .as("5 applications, one of a meeting that is over; 3 meetings of a day; 4 groups")
        .isEqualTo(
            Map.of(
                "Query",
                5,
                "GetItem",
                3,
                "TransactWriteItems",
                10,
                "UpdateItem",
                4,
                "DeleteItem",
                1));
  }
}
