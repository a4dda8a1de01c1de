package dev.moim.meetings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.meetings.MeetingsApi.Form;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.fuzz.HttpFuzz;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is sent, the family says what was wrong with it. */
class MeetingsFuzzTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private static final String FORM = "\"request\":";

  private final MeetingsApi api = new MeetingsApi(DYNAMO, TestClock.at("2100-02-01T09:00:00Z"));

  @Test
  void nothingThatIsSentIsAnsweredWith500() {
    api.people(1, 3);
    long meeting = api.as(1).created(Form.of("모임"));
    long application = api.as(2).applied(meeting);
    api.stream.deliver();
    HttpFuzz.of("meetings")
        .knowing("meetingId", Long.toString(meeting), "1", "122712345678848")
        .knowing("participationId", Long.toString(application), "1")
        .knowing("userId", "1", "2", "3")
        .knowing("title", "강남 저녁")
        .knowing("address", "서울 강남구")
        .knowing("content", "같이 먹어요")
        .knowing(
            "meetingDateTime", "2100-02-10T18:30:00", "2100-02-10T18:30:00Z", "2099-01-01T00:00")
        .knowing("latitude", "37.5", "-90", "90", "91", "NaN", "1e5")
        .knowing("longitude", "127.0", "-180", "180", "181")
        .knowing("lastId", "0", Long.toString(meeting), "9007199254740993")
        .knowing("lastDistance", "0", "1.5", "-1", "1e400")
        .knowing("lastMeetingDateTime", "2100-02-10T18:30:00", "2100-13-10T18:30:00")
        .knowing("pageSize", "1", "20", "100", "0", "10000")
        .knowing("keyword", "저녁", "강", "모임")
        .knowing("searchType", "TITLE", "title")
        .knowing("foodCategory", "", "KOREAN", "KOREAN,DESSERT", "korean")
        .proving(Map.of("authorization", "Bearer " + api.token(1)))
        .proving(Map.of("authorization", "Bearer " + api.token(2)))
        .proving(Map.of("authorization", "Bearer " + api.token(3)))
        .proving(Map.of())
        .finishing(MeetingsFuzzTest::asForm)
        .run(api::answer);
  }

  /** Puts what was made up for a form into one. */
  private static APIGatewayV2HTTPEvent asForm(String route, APIGatewayV2HTTPEvent event) {
    boolean hasForm = route.equals("POST /api/v1/meetings") || route.startsWith("PUT ");
    if (!hasForm || event.getBody() == null || event.getBody().hashCode() % 9 == 0) {
      return event;
    }
    String body =
        event.getIsBase64Encoded()
            ? new String(Base64.getDecoder().decode(event.getBody()), StandardCharsets.UTF_8)
            : event.getBody();
    int from = body.indexOf(FORM) + FORM.length();
    int end = body.indexOf('}', from) + 1;
    String json = body.contains(FORM) && end > 0 ? body.substring(from, end) : body;
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n" + json + "\r\n--b--\r\n";
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    headers.put("content-type", "multipart/form-data; boundary=b");
    event.setHeaders(headers);
    event.setIsBase64Encoded(true);
    event.setBody(Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8)));
    return event;
  }
}
