package dev.moim.checks.rights;

import dev.moim.checks.Repository;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Ann, who opened a room, and others around it, each on a socket of their own. They send the golden
 * events, in which ids are replaced by ones that no other scene has.
 */
final class Scene {

  /** In the events ann sends, ben is her target, and the license is KP-123. */
  private static final Pattern ID = Pattern.compile("(ann|ben|KP-123|K43254033)(?=\\\\?\")");

  private static final String CONNECTION = "L0SM9cOFvHcCIhw=";
  private static final Pattern BODY =
      Pattern.compile("(?s).*\"body\": \"(.*)\",\\s+\"isBase64Encoded\".*");

  /** Each frame is heard after the one before: by that they are told apart. */
  static final AtomicLong RISING = new AtomicLong(System.currentTimeMillis());

  private static final Pattern RECEIVED = Pattern.compile("(\"requestTimeEpoch\"\\s*:\\s*)\\d+");

  private final int number;
  private final Functions functions;
  private final GuardedAws aws;

  Scene(int number, Functions functions, GuardedAws aws) {
    this.number = number;
    this.functions = functions;
    this.aws = aws;
  }

  String licenseId() {
    return "123" + number;
  }

  String roomId() {
    return "K43254033" + number;
  }

  String idOf(String user) {
    return user + number;
  }

  /** Each user's socket, unless a device is named: {@code "ben on phone"}. */
  String connectionOf(String user) {
    return user.replace(' ', '-') + "-" + number;
  }

  Scene arrive(String user) {
    return does(user, "connect").does(user, "register");
  }

  /** Ann's room with ann and ben in it. */
  Scene together() {
    arrive("ann").does("ann", "createRoom").does("ann", "joinRoom");
    return arrive("ben").does("ben", "joinRoom");
  }

  Scene does(String user, String event) {
    return does(user, event, Map.of());
  }

  /** Sends a golden event as this user, with some of its text replaced first. */
  Scene does(String user, String event, Map<String, String> replacements) {
    send(user, event, replaced(golden(event), replacements));
    return this;
  }

  /** Sends the message of a golden event as a Socket.IO frame. */
  Scene emits(String user, String event, Map<String, String> replacements) {
    String frame = "42[\"knowledgetalk\",".replace("\"", "\\\"") + body(event) + "]";
    String carrier = golden("default").replace(body("default"), frame);
    send(user, "default", replaced(carrier, replacements));
    return this;
  }

  /** Sends any frame. */
  Scene frame(String user, String frame) {
    send(user, "default", golden("default").replace(body("default"), frame));
    return this;
  }

  /** From now on posts to this user's socket find it closed. */
  Scene loses(String user) {
    aws.close(connectionOf(user));
    return this;
  }

  /** Fires every timer that was set, at once, and the ones these set, a few times over. */
  Scene fireTimers() {
    for (int round = 0; round < 3; round++) {
      for (String body : aws.takeSent()) {
        String text = body.replace("\\", "\\\\").replace("\"", "\\\"");
        functions.invoke("TimerFunction", "{\"Records\":[{\"body\":\"%s\"}]}".formatted(text));
      }
    }
    return this;
  }

  /** Invokes a function that no route leads to with its golden event. */
  Scene runs(String function, String event) {
    functions.invoke(function, golden(event).replace(CONNECTION, connectionOf("ann")));
    return this;
  }

  private void send(String user, String event, String text) {
    String json =
        ID.matcher(text.replace(CONNECTION, connectionOf(user)))
            .replaceAll(match -> named(user, match));
    String heard = RECEIVED.matcher(json).replaceFirst("$1" + RISING.incrementAndGet());
    functions.invokeRoute(event, heard);
  }

  private String named(String user, MatchResult match) {
    String name = user.replaceAll(" on .*", "");
    return switch (match.group(1)) {
          case "ann" -> name;
          case "ben" -> name.equals("ben") ? "ann" : "ben";
          default -> match.group(1);
        }
        + number;
  }

  private static String golden(String event) {
    return Repository.text("events/calls/" + event + ".json");
  }

  private static String body(String event) {
    return BODY.matcher(golden(event)).replaceFirst("$1");
  }

  private static String replaced(String text, Map<String, String> replacements) {
    String result = text;
    for (var replacement : replacements.entrySet()) {
      result = result.replace(replacement.getKey(), replacement.getValue());
    }
    return result;
  }
}
