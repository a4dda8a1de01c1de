package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.wire.json.Json;
import dev.moim.studies.call.Calls;
import dev.moim.studies.history.ReadHistory;
import dev.moim.studies.history.ReadStatistics;
import dev.moim.studies.http.AddMemberHandler;
import dev.moim.studies.http.ChangeMemberHandler;
import dev.moim.studies.http.CreateStudyHandler;
import dev.moim.studies.http.DeleteStudyHandler;
import dev.moim.studies.http.GetHistoryHandler;
import dev.moim.studies.http.GetSessionHandler;
import dev.moim.studies.http.GetStatusHandler;
import dev.moim.studies.http.GetStudyHandler;
import dev.moim.studies.http.GetStudyStatsHandler;
import dev.moim.studies.http.GetUserStatsHandler;
import dev.moim.studies.http.IssueTicketHandler;
import dev.moim.studies.http.JoinCallHandler;
import dev.moim.studies.http.LeaveCallHandler;
import dev.moim.studies.http.ListMembersHandler;
import dev.moim.studies.http.ListStudiesHandler;
import dev.moim.studies.http.MirrorMemberHandler;
import dev.moim.studies.http.MirrorStudyHandler;
import dev.moim.studies.http.RemoveMemberHandler;
import dev.moim.studies.http.RouteSetup;
import dev.moim.studies.http.StartCallHandler;
import dev.moim.studies.member.ManageMembers;
import dev.moim.studies.signal.EndParticipation;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.TestContext;
import dev.moim.testkit.VirtualTimers;
import dev.moim.testkit.spec.OpenApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The family's functions behind their routes. Whatever they answer must be as described. */
public final class StudiesApi {

  private static final OpenApi OPEN_API = OpenApi.ofProject();
  private static final String TOKEN_SECRET = "the secret that signs tokens of users";
  private static final String STUDY = "/api/my-studies/{studyId}";
  private static final String CALL = "/api/my-studies/{studyId}/video-call/";
  private static final String MEMBER = "/api/my-studies/{studyId}/members/{userId}";

  final Calls calls;
  private final TestClock clock;
  private final Map<String, HttpEndpoint> routes = new LinkedHashMap<>();

  public StudiesApi(DynamoDbExtension dynamo, TestClock clock, Map<String, String> more) {
    this.clock = clock;
    Map<String, String> settings = new HashMap<>();
    settings.put("GROUPS_TABLE", dynamo.table("GroupsTable"));
    settings.put("LICENSES_TABLE", "licenses");
    settings.put("STUDY_CALLS_TABLE", dynamo.table("StudyCallsTable"));
    settings.put("TOKEN_SECRET", TOKEN_SECRET);
    settings.put("CONNECTIONS_TABLE", "connections");
    settings.put("TRUSTED_ADDERS", "true");
    settings.put("STUN_URLS", "stun:stun.example.com:3478");
    settings.putAll(more);
    settings.put("AWS_REGION", "us-east-1");
    Deployment deployment =
        Deployment.of(new Settings(settings))
            .with(clock)
            .with(dynamo.client())
            .with(new RecordingSockets())
            .with(new VirtualTimers(clock));
    CallWiring calls = new CallWiring(deployment);
    this.calls = calls.calls();
    addMembers(new MemberWiring(deployment), new SignalWiring(deployment).endParticipation());
    addMirrors(new MirrorWiring(deployment), new SignalWiring(deployment).endParticipation());
    addCalls(calls, clock);
    routes.put(
        "POST /api/my-studies/socket-ticket",
        new IssueTicketHandler(IdentityWiring.routes(deployment, () -> {})));
  }

  private void addMembers(MemberWiring wiring, EndParticipation ending) {
    RouteSetup setup = wiring.routes();
    ManageMembers members = wiring.manageMembers();
    routes.put("POST /api/my-studies", new CreateStudyHandler(setup, wiring.createStudy()));
    routes.put("GET /api/my-studies", new ListStudiesHandler(setup, members));
    routes.put("GET " + STUDY, new GetStudyHandler(setup, members));
    routes.put("DELETE " + STUDY, new DeleteStudyHandler(setup, members, ending::ofEverybody));
    routes.put("GET " + STUDY + "/members", new ListMembersHandler(setup, members));
    routes.put("POST " + MEMBER, new AddMemberHandler(setup, members));
    routes.put("PATCH " + MEMBER, new ChangeMemberHandler(setup, members));
    routes.put("DELETE " + MEMBER, new RemoveMemberHandler(setup, members, ending::of));
  }

  private void addMirrors(MirrorWiring wiring, EndParticipation ending) {
    routes.put("PUT " + STUDY, new MirrorStudyHandler(wiring));
    routes.put("PUT " + MEMBER, new MirrorMemberHandler(wiring, ending::of));
  }

  private void addCalls(CallWiring wiring, TestClock clock) {
    RouteSetup setup = wiring.routes();
    ReadHistory history = wiring.readHistory();
    ReadStatistics statistics = wiring.readStatistics();
    routes.put("POST " + CALL + "start", new StartCallHandler(setup, wiring.startCall()));
    routes.put("GET " + CALL + "status", new GetStatusHandler(setup, wiring.readStatus()));
    routes.put(
        "POST " + CALL + "join",
        new JoinCallHandler(setup, wiring.joinCall(), wiring.iceServers()));
    routes.put("POST " + CALL + "leave", new LeaveCallHandler(setup, wiring.leaveCall()));
    routes.put("GET " + CALL + "history", new GetHistoryHandler(setup, history));
    routes.put(
        "GET " + CALL + "sessions/{sessionId}", new GetSessionHandler(setup, history, clock));
    routes.put("GET " + CALL + "stats", new GetStudyStatsHandler(setup, statistics));
    routes.put("GET " + CALL + "stats/users/{userId}", new GetUserStatsHandler(setup, statistics));
  }

  /** An answer as a client sees it. */
  public record Answer(int status, Map<String, @Nullable Object> body) {

    /** A value by its path, {@code session.starter.id}; lists by index. */
    public @Nullable Object at(String path) {
      Object value = body;
      for (String step : path.split("\\.")) {
        value =
            value instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : ((Map<?, ?>) value).get(step);
      }
      return value;
    }

    public String text(String path) {
      return String.valueOf(at(path));
    }
  }

  /** A request that names a study. */
  public final class As {
    private final Map<String, String> headers;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();

    private As(Map<String, String> headers) {
      this.headers = headers;
    }

    As study(String studyId) {
      path.put("studyId", studyId);
      return this;
    }

    As user(String id) {
      path.put("userId", id);
      return this;
    }

    As session(String id) {
      path.put("sessionId", id);
      return this;
    }

    As with(String name, String value) {
      query.put(name, value);
      return this;
    }

    Answer start() {
      return send("POST " + CALL + "start", "");
    }

    Answer status() {
      return send("GET " + CALL + "status", "");
    }

    Answer join(String sessionId) {
      return send("POST " + CALL + "join", "{\"sessionId\":\"" + sessionId + "\"}");
    }

    /** Joins whichever session is open. */
    Answer join() {
      return send("POST " + CALL + "join", "{}");
    }

    Answer leave(String sessionId) {
      return send("POST " + CALL + "leave", "{\"sessionId\":\"" + sessionId + "\"}");
    }

    Answer history() {
      return send("GET " + CALL + "history", "");
    }

    Answer details(String sessionId) {
      return session(sessionId).send("GET " + CALL + "sessions/{sessionId}", "");
    }

    Answer stats() {
      return send("GET " + CALL + "stats", "");
    }

    Answer stats(String id) {
      return user(id).send("GET " + CALL + "stats/users/{userId}", "");
    }

    Answer create(String json) {
      return send("POST /api/my-studies", json);
    }

    Answer studies() {
      return send("GET /api/my-studies", "");
    }

    Answer study() {
      return send("GET " + STUDY, "");
    }

    Answer delete() {
      return send("DELETE " + STUDY, "");
    }

    Answer mirror(String json) {
      return send("PUT " + STUDY, json);
    }

    Answer mirror(String id, String json) {
      return user(id).send("PUT " + MEMBER, json);
    }

    Answer members() {
      return send("GET " + STUDY + "/members", "");
    }

    Answer add(String id, String json) {
      return user(id).send("POST " + MEMBER, json);
    }

    Answer change(String id, String json) {
      return user(id).send("PATCH " + MEMBER, json);
    }

    Answer remove(String id) {
      return user(id).send("DELETE " + MEMBER, "");
    }

    Answer send(String route, String body) {
      APIGatewayV2HTTPEvent event =
          APIGatewayV2HTTPEvent.builder()
              .withRouteKey(route)
              .withRequestContext(RequestContext.builder().withRequestId("r1").build())
              .withHeaders(headers)
              .withPathParameters(path)
              .withQueryStringParameters(query)
              .withBody(body)
              .build();
      APIGatewayV2HTTPResponse response = answer(route, event);
      assertThat(OPEN_API.problems(route, response.getStatusCode(), response.getBody()))
          .as(response.getBody())
          .isEmpty();
      return new Answer(response.getStatusCode(), Json.readObject(response.getBody()));
    }
  }

  /**
   * @param userId "" for nobody
   */
  As as(String userId) {
    return new As(userId.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + token(userId)));
  }

  /** The server of a tenant, about one of its studies. */
  As server(License license, String studyId) {
    return new As(Map.of("s-connector-jwt", token(license))).study(studyId);
  }

  String token(License license) {
    return new LicenseTokens(() -> TOKEN_SECRET, clock).issue(license, Duration.ofHours(1));
  }

  As as(String userId, String studyId) {
    return as(userId).study(studyId);
  }

  /** A study of ann's with these members. */
  String study(String... members) {
    String studyId = as("ann").create("{\"name\":\"알고리즘 스터디\"}").text("study.id");
    for (String member : members) {
      assertThat(as("ann", studyId).add(member, "{}").status()).isEqualTo(200);
    }
    return studyId;
  }

  /** A session of the study that lasts as long as told, with ann in it and others. */
  String session(String studyId, Duration length, String... others) {
    String id = as("ann", studyId).start().text("session.id");
    as("ann", studyId).join(id);
    for (String other : others) {
      as(other, studyId).join(id);
    }
    clock.advance(length);
    for (String other : others) {
      as(other, studyId).leave(id);
    }
    as("ann", studyId).leave(id);
    return id;
  }

  APIGatewayV2HTTPResponse answer(String route, APIGatewayV2HTTPEvent event) {
    assertThat(routes).as("the handlers that StudiesApi.java lists").containsKey(route);
    return routes.get(route).handleRequest(event, TestContext.INSTANCE);
  }

  String token(String userId) {
    return new UserTokens(() -> TOKEN_SECRET, clock)
        .access(
            new UserTokens.Bearer(userId, "김" + userId, "https://example.com/" + userId + ".png"),
            Duration.ofHours(1));
  }
}
