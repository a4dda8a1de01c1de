package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.meetings.http.ApplyHandler;
import dev.moim.meetings.http.ApproveHandler;
import dev.moim.meetings.http.CompleteMeetingHandler;
import dev.moim.meetings.http.CreateMeetingHandler;
import dev.moim.meetings.http.DeleteMeetingHandler;
import dev.moim.meetings.http.ListApplicationsHandler;
import dev.moim.meetings.http.ListCreatedHandler;
import dev.moim.meetings.http.ListMeetingsHandler;
import dev.moim.meetings.http.ListParticipantsHandler;
import dev.moim.meetings.http.ReadMeetingHandler;
import dev.moim.meetings.http.RejectHandler;
import dev.moim.meetings.http.RemoveMemberHandler;
import dev.moim.meetings.http.SearchMeetingsHandler;
import dev.moim.meetings.http.UpdateMeetingHandler;
import dev.moim.meetings.http.WithdrawHandler;
import dev.moim.meetings.lambda.PersonGoneHandler;
import dev.moim.meetings.schedule.BindHandler;
import dev.moim.meetings.schedule.ExpireHandler;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.people.PersonGone;
import dev.moim.shared.people.dynamodb.PersonItem;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.TestContext;
import dev.moim.testkit.spec.OpenApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The family's functions behind their routes. Whatever they answer must be as described. */
final class MeetingsApi {

  static final String MEETINGS = "/api/v1/meetings";
  static final String MEETING = "/api/v1/meetings/{meetingId}";
  static final String MEMBER = MEETING + "/members/{userId}";
  static final String PARTICIPATION = "/api/v1/participations/{participationId}";

  private static final OpenApi OPEN_API = OpenApi.ofProject();
  private static final String TOKEN_SECRET = "the secret that signs tokens of users";
  private static final String BOUNDARY = "----formdata";

  final MemoryPictures pictures = new MemoryPictures();
  final TableStream stream;
  final MeetingsWiring wiring;
  private final PersonGoneHandler forgetting;
  private final DynamoDbExtension dynamo;
  private final TestClock clock;
  private final Map<String, HttpEndpoint> routes = new LinkedHashMap<>();
  private final BindHandler binding;
  private final ExpireHandler expiry;

  MeetingsApi(DynamoDbExtension dynamo, TestClock clock) {
    this.dynamo = dynamo;
    this.clock = clock;
    Map<String, String> settings =
        Map.of(
            "MEETINGS_TABLE", dynamo.table("MeetingsTable"),
            "ACCOUNTS_TABLE", dynamo.table("AccountsTable"),
            "GROUPS_TABLE", dynamo.table("GroupsTable"),
            "TOKEN_SECRET", TOKEN_SECRET,
            "AWS_REGION", "us-east-1");
    Deployment deployment = Deployment.of(new Settings(settings)).with(clock).with(dynamo.client());
    wiring = new MeetingsWiring(deployment, () -> pictures);
    forgetting = new PersonGoneHandler(new ForgetWiring(deployment, () -> pictures));
    stream = new TableStream(dynamo, wiring);
    binding = new BindHandler(wiring);
    expiry = new ExpireHandler(wiring);
    restart();
  }

  /** As if every function had just started: none remembers anything. */
  void restart() {
    routes.put("POST " + MEETINGS, new CreateMeetingHandler(wiring));
    routes.put("GET " + MEETINGS, new ListMeetingsHandler(wiring));
    routes.put("GET " + MEETINGS + "/search", new SearchMeetingsHandler(wiring));
    routes.put("GET " + MEETINGS + "/created", new ListCreatedHandler(wiring));
    routes.put("GET " + MEETING, new ReadMeetingHandler(wiring));
    routes.put("PUT " + MEETING, new UpdateMeetingHandler(wiring));
    routes.put("DELETE " + MEETING, new DeleteMeetingHandler(wiring));
    routes.put("GET " + MEETING + "/participants", new ListParticipantsHandler(wiring));
    routes.put("DELETE " + MEMBER, new RemoveMemberHandler(wiring));
    routes.put("PATCH " + MEETING + "/complete", new CompleteMeetingHandler(wiring));
    routes.put("GET /api/v1/participations", new ListApplicationsHandler(wiring));
    routes.put("POST /api/v1/participations/{meetingId}", new ApplyHandler(wiring));
    routes.put("DELETE " + PARTICIPATION, new WithdrawHandler(wiring));
    routes.put("PATCH " + PARTICIPATION + "/approve", new ApproveHandler(wiring));
    routes.put("PATCH " + PARTICIPATION + "/reject", new RejectHandler(wiring));
  }

  /** Lets somebody have an account with a profile, under a name that tells their number. */
  MeetingsApi person(long id) {
    return account(id, Map.of(PersonItem.GENDER, AttributeValue.fromS("FEMALE")));
  }

  MeetingsApi people(long from, long to) {
    for (long id = from; id <= to; id++) {
      person(id);
    }
    return this;
  }

  /** The same with a picture, whose name is what its family keeps. */
  MeetingsApi pictured(long id, String picture) {
    return account(
        id,
        Map.of(
            PersonItem.GENDER, AttributeValue.fromS("FEMALE"),
            PersonItem.PICTURE, AttributeValue.fromS(picture)));
  }

  /** An account without a profile. */
  MeetingsApi account(long id) {
    return account(id, Map.of());
  }

  private MeetingsApi account(long id, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = new HashMap<>(PersonItem.key(id));
    item.put(PersonItem.NICKNAME, AttributeValue.fromS("사람" + id));
    item.putAll(more);
    dynamo.client().putItem(it -> it.tableName(dynamo.table("AccountsTable")).item(item));
    return this;
  }

  /** One run of each schedule, and everything the stream has, once. */
  void settle() {
    stream.deliver();
    binding.handleRequest(Map.of(), TestContext.INSTANCE);
  }

  void expire() {
    expiry.handleRequest(Map.of(), TestContext.INSTANCE);
  }

  /** Deletes somebody's account, as its family does. */
  void deleteAccount(long id) {
    dynamo
        .client()
        .deleteItem(it -> it.tableName(dynamo.table("AccountsTable")).key(PersonItem.key(id)));
  }

  /**
   * What the stream of accounts says then.
   *
   * @return false if it has to come again
   */
  boolean tellGone(long id) {
    return TableStream.deliver(forgetting, PersonGone.of(id, clock.instant()));
  }

  /** An answer as a client sees it. */
  record Answer(int status, Map<String, @Nullable Object> body, Map<String, String> headers) {

    /** A value by its path, {@code meetings.0.title}. */
    @Nullable Object at(String path) {
      Object value = body;
      for (String step : path.split("\\.")) {
        value =
            value instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : ((Map<?, ?>) value).get(step);
      }
      return value;
    }

    String text(String path) {
      return String.valueOf(at(path));
    }

    long number(String path) {
      return ((Number) at(path)).longValue();
    }

    @SuppressWarnings("unchecked")
    List<Map<String, @Nullable Object>> list(String field) {
      return (List<Map<String, @Nullable Object>>) at(field);
    }

    List<Long> ids(String list, String field) {
      return list(list).stream().map(it -> ((Number) it.get(field)).longValue()).toList();
    }

    /** Which fields were wrong. */
    List<String> faults() {
      return list("errors").stream().map(it -> String.valueOf(it.get("field"))).toList();
    }
  }

  As as(long userId) {
    return new As(Optional.of(token(userId)));
  }

  As nobody() {
    return new As(Optional.empty());
  }

  As with(String token) {
    return new As(Optional.of(token));
  }

  String token(long userId) {
    return new UserTokens(() -> TOKEN_SECRET, clock)
        .access(UserTokens.Bearer.of(Long.toString(userId)).named("사람"), Duration.ofHours(1));
  }

  /** Somebody who sends requests. */
  final class As {

    private final Optional<String> token;

    private As(Optional<String> token) {
      this.token = token;
    }

    Answer create(Form form) {
      return send("POST " + MEETINGS, Map.of(), Map.of(), form.body("thumbnail"));
    }

    long created(Form form) {
      Answer answer = create(form);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
      return answer.number("id");
    }

    Answer update(long id, Form form) {
      return send("PUT " + MEETING, meeting(id), Map.of(), form.body("newThumbnail"));
    }

    Answer delete(long id) {
      return send("DELETE " + MEETING, meeting(id));
    }

    Answer read(long id) {
      return send("GET " + MEETING, meeting(id));
    }

    Answer complete(long id) {
      return send("PATCH " + MEETING + "/complete", meeting(id));
    }

    Answer remove(long id, long userId) {
      return send(
          "DELETE " + MEMBER,
          Map.of("meetingId", Long.toString(id), "userId", Long.toString(userId)));
    }

    Answer participants(long id) {
      return send("GET " + MEETING + "/participants", meeting(id));
    }

    Answer list(Map<String, String> query) {
      return send("GET " + MEETINGS, Map.of(), query, "");
    }

    Answer search(Map<String, String> query) {
      return send("GET " + MEETINGS + "/search", Map.of(), query, "");
    }

    Answer created(Map<String, String> query) {
      return send("GET " + MEETINGS + "/created", Map.of(), query, "");
    }

    Answer apply(long meetingId) {
      return send("POST /api/v1/participations/{meetingId}", meeting(meetingId));
    }

    long applied(long meetingId) {
      Answer answer = apply(meetingId);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
      return answer.number("participationId");
    }

    Answer applications(Map<String, String> query) {
      return send("GET /api/v1/participations", Map.of(), query, "");
    }

    Answer approve(long id) {
      return send("PATCH " + PARTICIPATION + "/approve", participation(id));
    }

    Answer reject(long id) {
      return send("PATCH " + PARTICIPATION + "/reject", participation(id));
    }

    Answer withdraw(long id) {
      return send("DELETE " + PARTICIPATION, participation(id));
    }

    Answer send(String route, Map<String, String> path) {
      return send(route, path, Map.of(), "");
    }

    Answer send(String route, Map<String, String> path, Map<String, String> query, String body) {
      Map<String, String> headers = new HashMap<>();
      headers.put("content-type", "multipart/form-data; boundary=" + BOUNDARY);
      token.ifPresent(it -> headers.put("authorization", "Bearer " + it));
      APIGatewayV2HTTPEvent event =
          APIGatewayV2HTTPEvent.builder()
              .withRouteKey(route)
              .withRequestContext(RequestContext.builder().withRequestId("r1").build())
              .withHeaders(headers)
              .withPathParameters(path)
              .withQueryStringParameters(query)
              .withIsBase64Encoded(true)
              .withBody(
                  Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.ISO_8859_1)))
              .build();
      APIGatewayV2HTTPResponse response = answer(route, event);
      assertThat(OPEN_API.problems(route, response.getStatusCode(), response.getBody()))
          .as(response.getBody())
          .isEmpty();
      return new Answer(
          response.getStatusCode(),
          response.getBody() == null ? Map.of() : Json.readObject(response.getBody()),
          response.getHeaders());
    }
  }

  APIGatewayV2HTTPResponse answer(String route, APIGatewayV2HTTPEvent event) {
    assertThat(routes).as("the handlers that MeetingsApi.java lists").containsKey(route);
    clock.advance(Duration.ofMillis(1)); // ids are as old as they say
    return routes.get(route).handleRequest(event, TestContext.INSTANCE);
  }

  static Map<String, String> meeting(long id) {
    return Map.of("meetingId", Long.toString(id));
  }

  static Map<String, String> participation(long id) {
    return Map.of("participationId", Long.toString(id));
  }

  /** The form by which a meeting is made; what is not said is as most forms have it. */
  static final class Form {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private byte @Nullable [] picture;
    private String json = "request";
    private @Nullable String text;

    static Form of(String title) {
      Form form = new Form();
      form.fields.put("title", title);
      form.fields.put("locationId", 8_261_234);
      form.fields.put("latitude", 37.4979);
      form.fields.put("longitude", 127.0276);
      form.fields.put("address", "서울 강남구 강남대로 396");
      form.fields.put("meetingDateTime", "2100-02-10T18:30:00");
      form.fields.put("maxCount", 4);
      form.fields.put("category", List.of("KOREAN", "DESSERT"));
      form.fields.put("content", "같이 저녁 먹어요");
      return form;
    }

    Form with(String field, @Nullable Object value) {
      fields.put(field, value);
      return this;
    }

    Form without(String field) {
      fields.remove(field);
      return this;
    }

    Form at(double latitude, double longitude) {
      return with("latitude", latitude).with("longitude", longitude);
    }

    /** Under another name than front ends use. */
    Form called(String part) {
      json = part;
      return this;
    }

    /** What stands in the place of JSON. */
    Form saying(String words) {
      text = words;
      return this;
    }

    Form picture(byte[] bytes) {
      picture = bytes;
      return this;
    }

    /** Bytes as ISO-8859-1. A stray part is what a real client sends. */
    String body(String file) {
      StringBuilder body = new StringBuilder();
      part(body, json, "application/json", latin1(text == null ? Json.write(fields) : text));
      part(body, "profileImage", "application/octet-stream", "");
      if (picture != null) {
        part(
            body,
            file + "\"; filename=\"a.png",
            "image/png",
            new String(picture, StandardCharsets.ISO_8859_1));
      }
      return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static void part(StringBuilder body, String name, String type, String content) {
      body.append("--").append(BOUNDARY).append("\r\n");
      body.append("Content-Disposition: form-data; name=\"").append(name).append("\"\r\n");
      body.append("Content-Type: ").append(type).append("\r\n\r\n");
      body.append(content).append("\r\n");
    }

    private static String latin1(String text) {
      return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
  }
}
