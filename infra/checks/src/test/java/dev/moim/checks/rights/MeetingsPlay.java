package dev.moim.checks.rights;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.checks.Repository;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** What happens to meetings: every path of the functions that asks for a right. */
final class MeetingsPlay {

  static final String SECRET = "the secret that signs tokens of users";

  /** Enough that fresh listings are put into a volume. */
  private static final int MANY = 210;

  private static final long AUTHOR = 1;
  private static final long APPLICANT = 2;
  private static final long OTHER = 3;

  /** In the events there is one meeting, one application of it, and one time. */
  private static final String MEETING = "122712345678848";

  private static final String APPLICATION = "122712345999001";
  private static final String TIME = "2026-12-05T18:30:00";
  private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Functions functions;
  private final Consumer<Long> past;
  private final UserTokens tokens = new UserTokens(() -> SECRET, Clock.systemUTC());
  private final Set<String> played = new TreeSet<>();
  private String meetingId = "";
  private String applicationId = "";

  /**
   * @param past lets the time of a meeting be over
   */
  MeetingsPlay(Functions functions, Consumer<Long> past) {
    this.functions = functions;
    this.past = past;
  }

  /** The files under {@code events/meetings} that took part. */
  Set<String> played() {
    return played;
  }

  void all() {
    functions.all().forEach(function -> functions.invoke(function, golden("warm").toString()));
    meetings();
    applications();
    ends();
    catalogue();
    personGone();
  }

  /** An author of what is open and of what is closed, who takes part elsewhere and waits. */
  private void personGone() {
    meetingId = request("createMeeting", AUTHOR, true).path("id").asText();
    accept(APPLICANT, AUTHOR);
    meetingId = request("createMeeting", AUTHOR, true).path("id").asText();
    request("completeMeeting", AUTHOR, false);
    meetingId = request("createMeeting", OTHER, false).path("id").asText();
    accept(AUTHOR, OTHER);
    meetingId = request("createMeeting", OTHER, false).path("id").asText();
    request("apply", AUTHOR, false);
    functions.invoke(
        "PersonGoneFunction",
        golden("personGone").toString().replace(MEETING, Long.toString(AUTHOR)));
  }

  private void accept(long applicant, long author) {
    applicationId = request("apply", applicant, false).path("participationId").asText();
    request("approve", author, false);
  }

  private void meetings() {
    meetingId = request("createMeeting", AUTHOR, true).path("id").asText();
    tell();
    see(request("readMeeting", AUTHOR, false).path("thumbnail").asText(), 200);
    request("updateMeeting", AUTHOR, true);
    request("listMeetings", AUTHOR, false);
    request("searchMeetings", AUTHOR, false);
    ObjectNode byDate = golden("listMeetings");
    byDate.remove("queryStringParameters");
    send(byDate);
    ObjectNode all = golden("searchMeetings");
    all.putObject("queryStringParameters").put("foodCategory", "");
    send(all);
    request("listCreated", AUTHOR, false);
  }

  /** Of two seats the author has one, and one applicant gets the other. */
  private void applications() {
    applicationId = request("apply", APPLICANT, false).path("participationId").asText();
    JsonNode applicants = request("listParticipants", AUTHOR, false);
    see(applicants.at("/participants/0/profileImage").asText(), 404); // which accounts keep
    request("approve", AUTHOR, false);
    request("withdraw", APPLICANT, false);
    request("listApplications", APPLICANT, false);
    applicationId = request("apply", OTHER, false).path("participationId").asText();
    request("approve", AUTHOR, false);
    request("reject", AUTHOR, false);
    request("withdraw", OTHER, false);
  }

  private void ends() {
    request("removeMember", APPLICANT, false);
    applicationId = request("apply", OTHER, false).path("participationId").asText();
    request("approve", AUTHOR, false);
    functions.invoke(
        "PartingFunction",
        golden("parting")
            .toString()
            .replace(MEETING, meetingId)
            .replace("122712345000002", Long.toString(OTHER)));
    request("completeMeeting", AUTHOR, false);
    request("deleteMeeting", AUTHOR, false);
    meetingId = request("createMeeting", AUTHOR, false).path("id").asText();
    past.accept(Long.parseLong(meetingId));
    functions.invoke("ExpireFunction", golden("expire").toString());
  }

  private void catalogue() {
    meetingId = request("createMeeting", OTHER, false).path("id").asText();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < MANY; i++) {
        request("updateMeeting", OTHER, false);
        tell();
      }
      functions.invoke("BindFunction", golden("bind").toString());
    }
  }

  private void tell() {
    functions.invoke("IndexFunction", golden("index").toString().replace(MEETING, meetingId));
  }

  /** An address is good for what its signer may read. */
  private void see(String address, int expected) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest get = HttpRequest.newBuilder(URI.create(address)).build();
      int status = http.send(get, BodyHandlers.ofByteArray()).statusCode();
      if (status != expected) {
        throw new AssertionError(address + " answers " + status);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private JsonNode request(String event, long user, boolean withPicture) {
    ObjectNode request = golden(event);
    String token = tokens.access(Bearer.of(Long.toString(user)), Duration.ofHours(1));
    ((ObjectNode) request.path("headers")).put("authorization", "Bearer " + token);
    if (request.has("body")) {
      request.put("body", form(request.path("body").asText(), withPicture));
    }
    return send(request);
  }

  private JsonNode send(ObjectNode request) {
    String json =
        request.toString().replace(MEETING, meetingId).replace(APPLICATION, applicationId);
    var answer =
        (APIGatewayV2HTTPResponse) functions.invokeRoute(request.path("routeKey").asText(), json);
    try {
      return answer.getBody() == null ? JSON.createObjectNode() : JSON.readTree(answer.getBody());
    } catch (JsonProcessingException broken) {
      throw new AssertionError(answer.getBody(), broken);
    }
  }

  /** Of the event, in a week and for two, with a picture where one is wanted. */
  private static String form(String encoded, boolean withPicture) {
    String nextWeek =
        LocalDateTime.now(ZoneId.of("Asia/Seoul"))
            .plusWeeks(1)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    String form =
        new String(Base64.getDecoder().decode(encoded), StandardCharsets.ISO_8859_1)
            .replace(TIME, nextWeek)
            .replace("\"maxCount\": 4", "\"maxCount\": 2");
    String end = "--" + BOUNDARY + "--\r\n";
    if (withPicture) {
      form = form.replace(end, picture("thumbnail") + picture("newThumbnail") + end);
    }
    return Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String picture(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.png\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, bytes.toString(StandardCharsets.ISO_8859_1));
  }

  private ObjectNode golden(String event) {
    played.add(event + ".json");
    try {
      return (ObjectNode) JSON.readTree(Repository.text("events/meetings/" + event + ".json"));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(event, broken);
    }
  }
}
