package dev.moim.checks.rights;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.checks.Repository;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.shared.sockets.polling.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to a study and its calls: every path of the functions that asks for a right. */
final class StudiesPlay {

  /** In the events there is one study, one session of it, and one other user. */
  private static final String STUDY = "0mhx1a2b3stuvwxyz";

  private static final String SESSION = "0mhx3k2j9abcdefgh1";
  private static final String CONNECTION = "L0SM9cOFvHcCIhw=";
  private static final String OWNER = "user-456";
  private static final String OTHER = "user-789";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern SID = Pattern.compile("^40\\{\"sid\":\"([^\"]+)\"");

  private final Functions functions;
  private final GuardedAws aws;
  private final UserTokens tokens;
  private final String licenseToken;
  private final Set<String> played = new TreeSet<>();
  private String studyId = "";
  private String sessionId = "";

  /**
   * @param licenseToken of a tenant whose server keeps studies itself
   */
  StudiesPlay(Functions functions, GuardedAws aws, UserTokens tokens, String licenseToken) {
    this.functions = functions;
    this.aws = aws;
    this.tokens = tokens;
    this.licenseToken = licenseToken;
  }

  /** The files under {@code events/studies} that took part. */
  Set<String> played() {
    return played;
  }

  void all() {
    functions.all().forEach(function -> functions.invoke(function, golden("warm").toString()));
    members();
    byRequests();
    byJoining();
    overSockets();
    afterPolling();
    losses();
    repair();
    functions.invoke("TimerFunction", golden("timer").toString());
    request("removeMember", OWNER);
    request("deleteStudy", OWNER);
    mirrored();
    personsGone();
  }

  /** A study of a tenant's server: made, named anew, with somebody who comes, calls and goes. */
  private void mirrored() {
    studyId = "cmb3x9k2p0001";
    byServer("mirrorStudy", "");
    byServer("mirrorMember", "{\"role\":\"OWNER\"}");
    byServer("mirrorStudy", "{\"name\":\"another\"}");
    start(OTHER);
    join("ida", OTHER);
    presence("ida");
    byServer("mirrorMember", "{\"role\":\"OWNER\",\"status\":\"LEFT\"}");
    fireTimers();
  }

  private void byServer(String event, String body) {
    ObjectNode request = golden(event);
    ((ObjectNode) request.path("headers")).put("s-connector-jwt", licenseToken);
    if (!body.isEmpty()) {
      request.put("body", body);
    }
    functions.invokeRoute(request.path("routeKey").asText(), request.toString());
  }

  /** An owner with somebody to leave a study to, who is in its call; and then the other, alone. */
  private void personsGone() {
    studyId = request("createStudy", OWNER).at("/study/id").asText();
    request("addMember", OWNER);
    byRequests();
    start();
    join("gus", OWNER);
    join("hal", OTHER);
    presence("gus");
    gone(OWNER);
    gone(OTHER);
  }

  private void gone(String userId) {
    functions.invoke(
        "PersonGoneFunction", golden("personGone").toString().replace("122712345678848", userId));
  }

  private void members() {
    studyId = request("createStudy", OWNER).at("/study/id").asText();
    request("addMember", OWNER);
    request("addMember", OWNER);
    request("changeMember", OWNER);
    about("user-2", "addMember", OWNER, "{\"role\":\"OWNER\"}");
    about("user-2", "removeMember", OWNER, "");
    about("user-3", "addMember", OWNER, "{\"status\":\"INVITED\"}");
    about("user-3", "changeMember", "user-3", "{\"status\":\"ACTIVE\"}");
    about("user-3", "changeMember", OWNER, "{\"role\":\"OWNER\"}");
    request("listStudies", OWNER);
    request("getStudy", OWNER);
    request("listMembers", OWNER);
    request("issueTicket", OWNER);
    ObjectNode withCookie = golden("issueTicket");
    ((ObjectNode) withCookie.path("headers")).remove("authorization");
    withCookie.putArray("cookies").add("next-auth.session-token=a.session.of.some.kind");
    functions.invokeRoute(withCookie.path("routeKey").asText(), withCookie.toString());
  }

  private void byRequests() {
    watch("watcher");
    aws.close("watcher");
    start();
    request("joinCall", OWNER);
    request("joinCall", OTHER);
    request("getStatus", OWNER);
    fireTimers();
    request("leaveCall", OTHER);
    request("leaveCall", OWNER);
    request("leaveCall", OWNER);
    request("getHistory", OWNER);
    request("getSession", OWNER);
    request("getStudyStats", OWNER);
    request("getUserStats", OWNER);
  }

  /** Where the first join opens the session, and whoever looks at the study hears of it. */
  private void byJoining() {
    watch("joe");
    about(OWNER, "joinCall", OWNER, "{}");
    sessionId = request("getStatus", OWNER).at("/session/id").asText();
    request("leaveCall", OWNER);
  }

  private void overSockets() {
    start();
    join("ann", OWNER);
    join("ben", OTHER);
    frame("ben", "42[\"video:offer\",{\"to\":\"nobody\",\"offer\":{}}]");
    offerWithoutPredecessor("ann", sidOfTheLastWhoConnected());
    frame("ben", "42[\"video:leave-room\",{\"roomId\":\"%s\"}]".formatted(roomId()));
    frame("ann", "42[\"video:leave-room\",{\"roomId\":\"%s\"}]".formatted(roomId()));
  }

  /** One that is answered, and one that nobody puts to use, which is closed. */
  private void afterPolling() {
    for (String connectionId : List.of("kim", "lee")) {
      ObjectNode event = golden("connect");
      Instant now = Instant.ofEpochMilli(event.at("/requestContext/requestTimeEpoch").asLong());
      ((ObjectNode) event.path("queryStringParameters")).put("sid", SessionId.issue(now).text());
      functions.invokeRoute("connect", event.toString().replace(CONNECTION, connectionId));
    }
    frame("kim", "5");
    fireTimers();
  }

  /** It says that two came before it, so it waits for them and is kept for a while. */
  private void offerWithoutPredecessor(String connectionId, String to) {
    String sdp = "v=0\\r\\no=- 1 4 IN IP4 127.0.0.1\\r\\na=ice-ufrag:later\\r\\n";
    frame(
        connectionId,
        "42[\"video:offer\",{\"to\":\"%s\",\"offer\":{\"type\":\"offer\",\"sdp\":\"%s\"}}]"
            .formatted(to, sdp));
  }

  private String sidOfTheLastWhoConnected() {
    return aws.posted().stream()
        .map(SID::matcher)
        .filter(Matcher::find)
        .map(sid -> sid.group(1))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private void losses() {
    start();
    join("cat", OWNER);
    join("dan", OTHER);
    presence("dan");
    aws.close("dan");
    frame(
        "cat", "42[\"video:speaking\",{\"roomId\":\"%s\",\"speaking\":true}]".formatted(roomId()));
    fireTimers();
    watch("eve");
    socket("disconnect", "eve");
    socket("disconnect", "cat");
    fireTimers();
  }

  /** Somebody whose socket closed without a word, and somebody who never had one. */
  private void repair() {
    start();
    join("fay", OWNER);
    request("joinCall", OTHER);
    aws.close("fay");
    functions.invoke("ReconcileFunction", golden("reconcile").toString());
    fireTimers();
  }

  private void start() {
    start(OWNER);
  }

  private void start(String user) {
    sessionId = request("startCall", user).at("/session/id").asText();
  }

  private void join(String connectionId, String user) {
    connect(connectionId, user);
    frame(
        connectionId,
        "42[\"video:join-room\",{\"studyId\":\"%s\",\"roomId\":\"%s\"}]"
            .formatted(studyId, roomId()));
  }

  private void watch(String connectionId) {
    connect(connectionId, OTHER);
    presence(connectionId);
  }

  private void presence(String connectionId) {
    frame(connectionId, "42[\"presence:join-study\",{\"studyId\":\"%s\"}]".formatted(studyId));
  }

  private String roomId() {
    return "study-" + studyId + "-main";
  }

  /** By a token that is none any more, then by one that is good. */
  private void connect(String connectionId, String user) {
    ObjectNode event = golden("connect");
    functions.invokeRoute("connect", event.toString().replace(CONNECTION, connectionId));
    ((ObjectNode) event.path("queryStringParameters")).put("token", "of yesterday");
    functions.invokeRoute("connect", event.toString().replace(CONNECTION, connectionId));
    frame(connectionId, "40{\"token\":\"" + token(user) + "\"}");
  }

  private void frame(String connectionId, String text) {
    ObjectNode event = golden("default");
    event.put("body", text);
    ((ObjectNode) event.path("requestContext"))
        .put("requestTimeEpoch", Scene.RISING.incrementAndGet());
    functions.invokeRoute("default", event.toString().replace(CONNECTION, connectionId));
  }

  private void socket(String event, String connectionId) {
    String json = golden(event).toString().replace(CONNECTION, connectionId);
    functions.invokeRoute(event, json);
  }

  /** Fires every timer that was set, at once, and the ones these set, a few times over. */
  private void fireTimers() {
    for (int round = 0; round < 3; round++) {
      for (String body : aws.takeSent()) {
        ObjectNode event = JSON.createObjectNode();
        event.putArray("Records").addObject().put("body", body);
        functions.invoke("TimerFunction", event.toString());
      }
    }
  }

  /** Sends a golden event about this study and session as this user. */
  private JsonNode request(String event, String user) {
    return send(golden(event).toString(), user);
  }

  /** The same about somebody else than the events' other user, with another body. */
  private void about(String other, String event, String user, String body) {
    ObjectNode request = golden(event);
    if (!body.isEmpty()) {
      request.put("body", body);
    }
    send(request.toString().replace(OTHER, other), user);
  }

  private JsonNode send(String json, String user) {
    ObjectNode request =
        (ObjectNode) read(json.replace(STUDY, studyId).replace(SESSION, sessionId));
    ((ObjectNode) request.path("headers")).put("authorization", "Bearer " + token(user));
    Object output = functions.invokeRoute(request.path("routeKey").asText(), request.toString());
    return read(((APIGatewayV2HTTPResponse) output).getBody());
  }

  private String token(String user) {
    return tokens.access(new Bearer(user, user, null), Duration.ofHours(1));
  }

  private ObjectNode golden(String event) {
    played.add(event + ".json");
    return (ObjectNode) read(Repository.text("events/studies/" + event + ".json"));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
