package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Answer;
import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Meetings from their beginning to their end. */
class MeetingsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private final TestClock clock = TestClock.at("2100-02-01T09:00:00Z");
  private final MeetingsApi api = new MeetingsApi(DYNAMO, clock);

  @BeforeEach
  void people() {
    api.people(1, 4);
  }

  @Test
  void meetingIsAnsweredAsItWasMade() {
    Answer answer = api.as(1).create(Form.of("강남 저녁"));
    long id = answer.number("id");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsEntry("location", "/api/v1/meetings/" + id);
    assertThat(answer.body())
        .containsEntry("title", "강남 저녁")
        .containsEntry("locationId", 8_261_234)
        .containsEntry("meetingDateTime", "2100-02-10T18:30:00")
        .containsEntry("maxCount", 4)
        .containsEntry("approvedCount", 1)
        .containsEntry("category", List.of("KOREAN", "DESSERT"))
        .containsEntry("content", "같이 저녁 먹어요")
        .containsEntry("thumbnail", null)
        .containsEntry("meetingStatus", "RECRUITING");
    assertThat(id).isLessThan(1L << 53);
    assertThat(api.nobody().read(id).body())
        .containsEntry("authorId", 1)
        .containsEntry("category", List.of("한식", "디저트"));
  }

  /** The document misspells a name, and its clients may have it from there. */
  @Test
  void misspelledNameOfTheLocationIsRead() {
    Form form = Form.of("오타").without("locationId").with("locatinoId", "77");
    assertThat(api.as(1).create(form).body()).containsEntry("locationId", 77);
  }

  @Test
  void pictureIsKeptReplacedAndRemoved() throws IOException {
    long id = api.as(1).created(Form.of("사진").picture(png()));
    String first = api.nobody().read(id).text("thumbnail");
    assertThat(first).startsWith("https://pictures.example.com/meetings/" + id + "/");
    assertThat(api.as(1).update(id, Form.of("그대로").with("thumbnail", first)).text("thumbnail"))
        .isEqualTo(first);
    Form other = Form.of("새 사진").with("thumbnail", first).picture(png());
    assertThat(api.as(1).update(id, other).text("thumbnail")).isNotEqualTo(first);
    assertThat(api.pictures.names).hasSize(1);
    assertThat(api.as(1).update(id, Form.of("없이")).at("thumbnail")).isNull();
    assertThat(api.pictures.names).isEmpty();
  }

  @Test
  void fileThatIsNoPictureIsRefusedAndNothingIsMade() {
    Answer answer = api.as(1).create(Form.of("글").picture(new byte[] {1, 2, 3}));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("message")).isEqualTo("지원하지 않는 이미지 형식입니다.");
    assertThat(api.as(1).created(Map.of()).list("createdMeetingDtos")).isEmpty();
  }

  @Test
  void changeIsAllOfTheForm() {
    long id = api.as(1).created(Form.of("전"));
    Form form =
        Form.of("후")
            .with("address", "부산 해운대구")
            .with("meetingDateTime", "2100-03-01T12:00:00+09:00")
            .with("maxCount", "8")
            .with("category", List.of("OTHER"))
            .without("content");
    assertThat(api.as(1).update(id, form).body())
        .containsEntry("title", "후")
        .containsEntry("address", "부산 해운대구")
        .containsEntry("meetingDateTime", "2100-03-01T12:00:00")
        .containsEntry("maxCount", 8)
        .containsEntry("category", List.of("OTHER"))
        .containsEntry("content", "");
    refused(api.as(2).update(id, form), 403, "해당 모임의 작성자가 아닙니다.");
    refused(api.as(1).update(12345, form), 404, "존재하지 않는 모임입니다.");
  }

  /** The document calls it so where meetings are made, and {@code request} where they change. */
  @Test
  void formsMaySayParams() {
    long id = api.as(1).created(Form.of("전").called("params"));
    assertThat(api.as(1).update(id, Form.of("후").called("params")).body())
        .containsEntry("title", "후");
    assertThat(api.as(1).update(id, Form.of("후").called("form")).faults()).contains("title");
  }

  @Test
  void fewerThanTakePartAreRefused() throws IOException {
    long id = api.as(1).created(Form.of("셋"));
    for (long user : List.of(2L, 3L)) {
      api.as(1).approve(api.as(user).applied(id));
    }
    Answer answer = api.as(1).update(id, Form.of("둘").with("maxCount", 2).picture(png()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults()).containsExactly("maxCount");
    assertThat(api.pictures.names).as("what came with it").isEmpty();
    assertThat(api.as(1).update(id, Form.of("셋").with("maxCount", 3)).number("approvedCount"))
        .isEqualTo(3);
  }

  @Test
  void tenADayAndNotOneMore() {
    for (int i = 0; i < 10; i++) {
      long id = api.as(1).created(Form.of("모임 " + i));
      if (i % 2 == 0) {
        assertThat(api.as(1).delete(id).status()).isEqualTo(204); // which gives nothing back
      }
    }
    refused(api.as(1).create(Form.of("열한째")), 429, "하루 포스팅 개수 제한을 초과하였습니다.");
    assertThat(api.as(2).create(Form.of("남의 것")).status()).isEqualTo(201);
    clock.advance(Duration.ofHours(6)); // 2100-02-02 in Seoul
    assertThat(api.as(1).create(Form.of("내일")).status()).isEqualTo(201);
  }

  @Test
  void deletedMeetingIsGone() {
    long id = api.as(1).created(Form.of("취소"));
    api.as(1).approve(api.as(2).applied(id));
    refused(api.as(2).delete(id), 403, "해당 모임의 작성자가 아닙니다.");
    assertThat(api.as(1).delete(id).status()).isEqualTo(204);
    refused(api.as(1).delete(id), 404, "존재하지 않는 모임입니다.");
    refused(api.nobody().read(id), 404, "존재하지 않는 모임입니다.");
    refused(api.as(3).apply(id), 404, "존재하지 않는 모임입니다.");
    assertThat(api.nobody().list(Map.of()).list("meetings")).isEmpty();
    assertThat(api.as(1).created(Map.of()).list("createdMeetingDtos")).isEmpty();
    assertThat(member(id, 1)).isEmpty();
    assertThat(member(id, 2)).isEmpty();
    assertThat(api.as(2).applications(Map.of()).text("appliedMeetings.0.participationStatus"))
        .isEqualTo("CANCELED");
    assertThat(api.stream.last()).containsEntry("memberIds", "1,2").containsEntry("waitingIds", "");
  }

  @Test
  void closedMeetingTakesNobodyMore() {
    long id = api.as(1).created(Form.of("마감"));
    long waiting = api.as(2).applied(id);
    refused(api.as(2).complete(id), 403, "작성자만 상태를 변경할 수 있습니다.");
    assertThat(api.as(1).complete(id).status()).isEqualTo(200);
    assertThat(api.as(1).complete(id).status()).isEqualTo(200);
    assertThat(api.nobody().read(id).text("meetingStatus")).isEqualTo("CLOSED");
    refused(api.as(3).apply(id), 400, "신청할 수 없는 모임 상태입니다.");
    refused(api.as(1).approve(waiting), 400, "유효하지 않은 참여 상태입니다.");
    refused(api.as(1).reject(waiting), 400, "유효하지 않은 참여 상태입니다.");
    assertThat(api.as(2).applications(Map.of()).text("appliedMeetings.0.participationStatus"))
        .isEqualTo("CLOSED");
    assertThat(api.nobody().list(Map.of()).list("meetings")).isEmpty();
    assertThat(api.stream.kinds())
        .containsExactly("meeting.created", "meeting.applied", "meeting.closed");
    assertThat(api.stream.last()).containsEntry("waitingIds", "2").containsEntry("memberIds", "1");
  }

  @Test
  void pastMeetingIsDeletedBySchedule() {
    long open = api.as(1).created(Form.of("곧"));
    long closed = api.as(2).created(Form.of("마감"));
    api.as(2).complete(closed);
    long later = api.as(1).created(Form.of("나중").with("meetingDateTime", "2100-02-11T18:30:00"));
    long application = api.as(3).applied(open);
    api.as(1).approve(application);
    clock.advance(Duration.ofDays(9));
    clock.advance(Duration.ofMinutes(31)); // 2100-02-10T18:31 in Seoul
    assertThat(api.nobody().list(Map.of()).ids("meetings", "id")).containsExactly(later);
    refused(api.as(4).apply(open), 400, "신청할 수 없는 모임 상태입니다.");
    api.expire();
    refused(api.nobody().read(open), 404, "존재하지 않는 모임입니다.");
    refused(api.nobody().read(closed), 404, "존재하지 않는 모임입니다.");
    assertThat(api.nobody().read(later).status()).isEqualTo(200);
    assertThat(api.as(3).applications(Map.of()).text("appliedMeetings.0.participationStatus"))
        .isEqualTo("CLOSED");
    assertThat(api.as(3).withdraw(application).status()).isEqualTo(204);
    assertThat(member(open, 1)).isEmpty();
    assertThat(api.stream.kinds().subList(api.stream.kinds().size() - 2, api.stream.kinds().size()))
        .containsExactly("meeting.expired", "meeting.expired");
    int events = api.stream.kinds().size();
    api.expire();
    assertThat(api.stream.kinds()).hasSize(events);
  }

  /** A meeting's id works wherever a study's does. */
  @Test
  void whoTakesPartIsAMemberOfItsGroup() {
    long id = api.as(1).created(Form.of("그룹"));
    assertThat(member(id, 1)).map(Member::role).contains(Member.Role.OWNER);
    long application = api.as(2).applied(id);
    assertThat(member(id, 2)).isEmpty();
    api.as(1).approve(application);
    assertThat(member(id, 2).orElseThrow())
        .satisfies(member -> {
          assertThat(member.role()).isEqualTo(Member.Role.MEMBER);
          assertThat(member.isActive()).isTrue();
          assertThat(member.name()).isEqualTo("사람2");
          assertThat(member.group().name()).isEqualTo("그룹");
        });
  }

  private static Optional<Member> member(long meetingId, long userId) {
    return new DynamoGroups(DYNAMO.client(), DYNAMO.table("GroupsTable"))
        .find(new MemberKey(Long.toString(meetingId), Long.toString(userId)));
  }

  static void refused(Answer answer, int status, String message) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.body()).containsEntry("message", message).containsEntry("status", status);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
