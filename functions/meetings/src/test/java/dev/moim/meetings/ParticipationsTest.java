package dev.moim.meetings;

import static dev.moim.meetings.MeetingsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Answer;
import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Applying, and what becomes of it. */
class ParticipationsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private final MeetingsApi api = new MeetingsApi(DYNAMO, TestClock.at("2100-02-01T09:00:00Z"));
  private long meeting;

  @BeforeEach
  void meeting() {
    api.people(1, 4);
    meeting = api.as(1).created(Form.of("저녁").with("maxCount", 3));
  }

  @Test
  void applicationWaitsForItsAuthor() {
    long id = api.as(2).applied(meeting);
    assertThat(api.as(1).participants(meeting).list("participants").getFirst())
        .containsEntry("userId", 2)
        .containsEntry("participationId", id)
        .containsEntry("nickname", "사람2")
        .containsEntry("profileImage", null)
        .containsEntry("participationStatus", "PENDING");
    assertThat(api.as(2).applications(Map.of()).list("appliedMeetings").getFirst())
        .containsEntry("id", id)
        .containsEntry("participantId", id)
        .containsEntry("meetingId", meeting)
        .containsEntry("authorId", 1)
        .containsEntry("participationStatus", "PENDING")
        .containsEntry("title", "저녁")
        .containsEntry("category", List.of("한식", "디저트"));
    assertThat(api.stream.last())
        .containsEntry("meetingId", Long.toString(meeting))
        .containsEntry("authorId", "1")
        .containsEntry("userId", "2")
        .containsEntry("participationId", Long.toString(id))
        .containsEntry("title", "저녁");
    refused(api.as(2).participants(meeting), 403, "해당 모임의 작성자가 아닙니다.");
    refused(api.as(1).participants(5), 404, "존재하지 않는 모임입니다.");
  }

  @Test
  void whoAppliesIsSeenAsSmallAsListsShowThem() {
    api.pictured(2, "users/2/face").as(2).applied(meeting);
    assertThat(api.as(1).participants(meeting).text("participants.0.profileImage"))
        .isEqualTo("https://pictures.example.com/users/2/face/thumbnail");
  }

  @Test
  void applyingIsRefused() {
    api.as(2).applied(meeting);
    refused(api.as(2).apply(meeting), 409, "이미 참여 신청한 모임입니다.");
    refused(api.as(1).apply(meeting), 403, "본인이 개설한 모임에는 참여 신청을 할 수 없습니다.");
    refused(api.as(3).apply(99), 404, "존재하지 않는 모임입니다.");
  }

  @Test
  void authorDecidesOnce() {
    long yes = api.as(2).applied(meeting);
    long no = api.as(3).applied(meeting);
    refused(api.as(3).approve(yes), 403, "해당 모임의 작성자가 아닙니다.");
    refused(api.as(3).reject(yes), 403, "해당 모임의 작성자가 아닙니다.");
    refused(api.as(1).approve(77), 404, "신청을 찾을 수 없습니다.");
    refused(api.as(1).reject(77), 404, "신청을 찾을 수 없습니다.");
    assertThat(api.as(1).approve(yes).status()).isEqualTo(200);
    assertThat(api.as(1).reject(no).status()).isEqualTo(200);
    for (long id : List.of(yes, no)) {
      refused(api.as(1).approve(id), 400, "유효하지 않은 참여 상태입니다.");
      refused(api.as(1).reject(id), 400, "유효하지 않은 참여 상태입니다.");
    }
    assertThat(api.nobody().read(meeting).number("approvedCount")).isEqualTo(2);
    assertThat(api.as(3).applications(Map.of()).text("appliedMeetings.0.participationStatus"))
        .isEqualTo("REJECTED");
    assertThat(api.stream.kinds())
        .containsExactly(
            "meeting.created",
            "meeting.applied",
            "meeting.applied",
            "meeting.approved",
            "meeting.rejected");
  }

  @Test
  void fullMeetingTakesNobodyMore() {
    List<Long> ids = new ArrayList<>();
    for (long user = 2; user <= 4; user++) {
      ids.add(api.as(user).applied(meeting));
    }
    assertThat(api.as(1).approve(ids.get(0)).status()).isEqualTo(200);
    assertThat(api.as(1).approve(ids.get(1)).status()).isEqualTo(200);
    refused(api.as(1).approve(ids.get(2)), 409, "모임 인원이 가득 찼습니다.");
    assertThat(api.as(1).reject(ids.get(2)).status()).isEqualTo(200);
  }

  @Test
  void applicationIsTakenBack() {
    long id = api.as(2).applied(meeting);
    refused(api.as(3).withdraw(id), 403, "해당 참여 신청의 신청자가 아닙니다.");
    refused(api.as(2).withdraw(78), 404, "신청을 찾을 수 없습니다.");
    assertThat(api.as(2).withdraw(id).status()).isEqualTo(204);
    refused(api.as(2).withdraw(id), 404, "신청을 찾을 수 없습니다.");
    assertThat(api.as(1).participants(meeting).list("participants")).isEmpty();
    assertThat(api.as(2).applications(Map.of()).list("appliedMeetings")).isEmpty();
    long again = api.as(2).applied(meeting);
    refused(api.as(1).approve(id), 404, "신청을 찾을 수 없습니다.");
    assertThat(api.as(1).approve(again).status()).isEqualTo(200);
    refused(api.as(2).withdraw(again), 400, "유효하지 않은 참여 상태입니다.");
  }

  @Test
  void rejectedOrCanceledOnesGoOffTheList() {
    long rejected = api.as(2).applied(meeting);
    api.as(1).reject(rejected);
    long member = api.as(3).applied(meeting);
    api.as(1).approve(member);
    assertThat(api.as(2).withdraw(rejected).status()).isEqualTo(204);
    api.as(1).delete(meeting);
    assertThat(api.as(3).withdraw(member).status()).isEqualTo(204);
    assertThat(api.as(3).applications(Map.of()).list("appliedMeetings")).isEmpty();
  }

  @Test
  void applicationsComePageByPage() {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(api.as(2).applied(api.as(3).created(Form.of("모임 " + i))));
    }
    List<Long> seen = new ArrayList<>();
    String last = "0";
    boolean more = true;
    while (more) {
      Answer page = api.as(2).applications(Map.of("lastId", last, "pageSize", "2"));
      seen.addAll(page.ids("appliedMeetings", "id"));
      last = page.text("lastId");
      more = Boolean.TRUE.equals(page.at("hasNext"));
    }
    assertThat(seen).isEqualTo(all).isSorted();
    assertThat(api.as(2).applications(Map.of("lastId", last)).at("lastId")).isNull();
  }

  @Test
  void createdMeetingsComePageByPage() {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(api.as(3).created(Form.of("모임 " + i)));
    }
    api.as(3).delete(all.remove(3));
    api.as(3).complete(all.get(0));
    List<Long> seen = new ArrayList<>();
    String last = "0";
    boolean more = true;
    while (more) {
      Answer page = api.as(3).created(Map.of("lastId", last, "pageSize", "2"));
      assertThat(page.list("createdMeetingDtos")).hasSize(2);
      seen.addAll(page.ids("createdMeetingDtos", "meetingId"));
      last = page.text("lastId");
      more = Boolean.TRUE.equals(page.at("hasNext"));
    }
    assertThat(seen).isEqualTo(all);
    assertThat(api.as(3).created(Map.of()).text("createdMeetingDtos.0.meetingStatus"))
        .isEqualTo("CLOSED");
  }

  @Test
  void whoeverGoesHearsWhatTheMeetingIsCalledNow() {
    api.as(1).approve(api.as(2).applied(meeting));
    api.as(1).approve(api.as(3).applied(meeting));
    api.as(1).update(meeting, Form.of("점심").with("maxCount", 3));
    api.as(2).remove(meeting, 2);
    assertThat(api.stream.last()).containsEntry("title", "점심");
    api.as(1).remove(meeting, 3);
    assertThat(api.stream.last()).containsEntry("title", "점심");
  }

  @Test
  void memberLeavesOrIsPutOutAndTheSeatIsFree() {
    api.as(1).approve(api.as(2).applied(meeting));
    api.as(1).approve(api.as(3).applied(meeting));
    long waiting = api.as(4).applied(meeting);
    refused(api.as(4).remove(meeting, 2), 403, "해당 모임의 작성자가 아닙니다.");
    refused(api.as(4).remove(meeting, 4), 404, "신청을 찾을 수 없습니다.");
    refused(api.as(1).remove(meeting, 1), 404, "신청을 찾을 수 없습니다.");
    refused(api.as(2).remove(5, 2), 404, "존재하지 않는 모임입니다.");
    assertThat(api.as(2).remove(meeting, 2).status()).isEqualTo(204);
    assertThat(api.stream.kinds().getLast()).isEqualTo("meeting.left");
    assertThat(api.as(1).remove(meeting, 3).status()).isEqualTo(204);
    assertThat(api.stream.kinds().getLast()).isEqualTo("meeting.kicked");
    assertThat(api.nobody().read(meeting).number("approvedCount")).isEqualTo(1);
    assertThat(api.as(2).applications(Map.of()).list("appliedMeetings")).isEmpty();
    assertThat(api.as(1).approve(waiting).status()).isEqualTo(200);
  }

  /** Whoever clicks first: never more than there is room for, and never fewer. */
  @Test
  void hundredApprovalsAtOnceFillTenSeats() throws Exception {
    long big = api.as(1).created(Form.of("열한 명").with("maxCount", 11));
    List<Long> ids = new ArrayList<>();
    for (long user = 100; user < 200; user++) {
      api.person(user);
      ids.add(api.as(user).applied(big));
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> answers =
          ids.stream().map(id -> pool.submit(() -> api.as(1).approve(id).status())).toList();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
    }
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(90);
    assertThat(api.nobody().read(big).number("approvedCount")).isEqualTo(11);
    assertThat(api.as(1).participants(big).list("participants"))
        .filteredOn(it -> "APPROVED".equals(it.get("participationStatus")))
        .hasSize(10);
  }
}
