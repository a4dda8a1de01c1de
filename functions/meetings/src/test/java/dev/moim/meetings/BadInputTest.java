package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.MeetingsApi.Answer;
import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request is said, field by field. */
class BadInputTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private final MeetingsApi api = new MeetingsApi(DYNAMO, TestClock.at("2100-02-01T09:00:00Z"));

  @BeforeEach
  void person() {
    api.person(1);
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        Arguments.of("title", ""),
        Arguments.of("title", "   "),
        Arguments.of("title", "가".repeat(61)),
        Arguments.of("title", 5),
        Arguments.of("locationId", "열"),
        Arguments.of("locationId", -1),
        Arguments.of("locationId", 1.5),
        Arguments.of("latitude", 90.1),
        Arguments.of("latitude", "NaN"),
        Arguments.of("longitude", -180.5),
        Arguments.of("longitude", List.of(1)),
        Arguments.of("address", ""),
        Arguments.of("address", "가".repeat(201)),
        Arguments.of("meetingDateTime", "2100-02-01T17:59:59"), // it is 18:00 in Seoul
        Arguments.of("meetingDateTime", "2101-02-01T18:00:01"),
        Arguments.of("meetingDateTime", "2100-02-30T18:00:00"),
        Arguments.of("meetingDateTime", "내일"),
        Arguments.of("maxCount", 1),
        Arguments.of("maxCount", 1_001),
        Arguments.of("maxCount", "셋"),
        Arguments.of("category", List.of()),
        Arguments.of("category", "KOREAN"),
        Arguments.of("category", List.of("KOREAN", "THAI")),
        Arguments.of("content", "가".repeat(601)));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void wrongFieldIsNamedWithItsValue(String field, Object value) {
    Answer answer = api.as(1).create(Form.of("모임").with(field, value));
    MeetingsTest.refused(answer, 400, "올바르지 않은 값이 있습니다.");
    assertThat(answer.faults()).containsExactly(field);
    Object rejected = answer.at("errors.0.rejectedValue");
    assertThat(String.valueOf(value)).startsWith(String.valueOf(rejected));
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Answer answer =
        api.as(1).create(Form.of("").with("maxCount", 0).without("address").with("latitude", 91));
    assertThat(answer.faults()).containsExactly("title", "latitude", "address", "maxCount");
    assertThat(answer.at("errors.1.rejectedValue")).isEqualTo(91);
    assertThat(answer.at("errors.2.rejectedValue")).isNull();
  }

  /** Whoever may not make meetings is told so first. */
  @Test
  void profileComesFirst() {
    api.account(2);
    MeetingsTest.refused(api.as(2).create(Form.of("")), 403, "프로필 생성을 완료해 주세요.");
    MeetingsTest.refused(api.nobody().create(Form.of("")), 401, "인증에 실패했습니다.");
    assertThat(api.nobody().apply(1).body()).containsEntry("code", "AUTH_ERROR");
  }

  @Test
  void limitsThemselvesAreFine() {
    Form form =
        Form.of("가".repeat(60))
            .with("content", "나".repeat(600))
            .with("address", "다".repeat(200))
            .with("meetingDateTime", "2101-02-01T18:00:00")
            .with("maxCount", 1_000)
            .at(-90, 180);
    long id = api.as(1).created(form);
    Answer answer = api.nobody().read(id);
    assertThat(answer.body()).containsEntry("content", "나".repeat(600));
    assertThat(answer.text("latitude")).isEqualTo("-90.0");
  }

  @ParameterizedTest
  @CsvSource({
    "latitude, 37",
    "longitude, 127",
    "pageSize, 0",
    "pageSize, 10000",
    "pageSize, two",
    "lastId, -1",
    "lastId, abc",
    "lastId, 5",
    "lastId, 99999999999999999999",
    "lastMeetingDateTime, yesterday",
    "lastMeetingDateTime, 2100-02-30T00:00:00"
  })
  void wrongQueryIsRefused(String name, String value) {
    Answer answer = api.nobody().list(Map.of(name, value));
    MeetingsTest.refused(answer, 400, "올바르지 않은 값이 있습니다.");
    assertThat(answer.list("errors")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "latitude, 90.5",
    "longitude, 181",
    "lastDistance, -1",
    "lastDistance, NaN",
    "lastDistance, 1e10",
    "lastId, 7"
  })
  void wrongPlaceOrCursorIsRefused(String name, String value) {
    Map<String, String> query = new HashMap<>(Map.of("latitude", "37", "longitude", "127"));
    query.put(name, value);
    MeetingsTest.refused(api.nobody().list(query), 400, "올바르지 않은 값이 있습니다.");
  }

  @Test
  void searchWantsKnownCategoriesAndAKeywordWithItsType() {
    for (String categories : List.of("korean", "KOREAN,", "THAI", "한식")) {
      MeetingsTest.refused(
          api.nobody().search(Map.of("foodCategory", categories)), 400, "유효한 음식 카테고리가 아닙니다.");
    }
    MeetingsTest.refused(api.nobody().search(Map.of()), 400, "유효한 음식 카테고리가 아닙니다.");
    Map<String, String> longer =
        Map.of("foodCategory", "", "searchType", "TITLE", "keyword", "강".repeat(101));
    assertThat(api.nobody().search(longer).faults()).containsExactly("keyword");
    Map<String, String> typeless = Map.of("foodCategory", "", "keyword", "강남");
    assertThat(api.nobody().search(typeless).faults()).containsExactly("searchType");
    Map<String, String> unknown =
        Map.of("foodCategory", "", "keyword", "강남", "searchType", "AUTHOR");
    assertThat(api.nobody().search(unknown).faults()).containsExactly("searchType");
  }

  /** Clients write what they do not have as they please. */
  @Test
  void emptyAndNullAreNothing() {
    Map<String, String> query = new HashMap<>();
    for (String name : List.of("latitude", "longitude", "lastDistance", "lastMeetingDateTime")) {
      query.put(name, "null");
    }
    query.put("lastId", "");
    assertThat(api.nobody().list(query).status()).isEqualTo(200);
    for (String name : List.of("foodCategory", "searchType", "keyword")) {
      query.put(name, "null");
    }
    assertThat(api.nobody().search(query).status()).isEqualTo(200);
  }

  @Test
  void bodyThatIsNoFormIsRefused() {
    Answer answer = api.as(1).send("POST /api/v1/meetings", Map.of(), Map.of(), "--x");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults()).isEmpty();
  }

  /** Clients read the list of what is wrong, so there is one wherever a form is refused. */
  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "\"저녁\""})
  void textThatIsNoObjectIsRefusedAsTheFormItIs(String text) {
    Answer answer = api.as(1).create(Form.of("모임").saying(text));
    MeetingsTest.refused(answer, 400, "올바르지 않은 값이 있습니다.");
    assertThat(answer.faults()).isEmpty();
  }

  /** There is no other way for a meeting's picture, so none is named. */
  @Test
  void formThatIsTooLargeIsToldHowMuchFits() {
    Answer answer = api.as(1).create(Form.of("모임").picture(new byte[4_500_000]));
    MeetingsTest.refused(answer, 413, "요청이 너무 큽니다. 약 4.4MB까지 보낼 수 있습니다.");
  }

  @Test
  void fileThatIsNoPictureIsRefusedAsThePartOfAForm() {
    Answer answer = api.as(1).create(Form.of("모임").picture(new byte[] {1, 2, 3}));
    MeetingsTest.refused(answer, 400, "지원하지 않는 이미지 형식입니다.");
    assertThat(answer.faults()).isEmpty();
  }
}
