package dev.moim.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.shared.lambda.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A function whose behaviour a test sets: the variable SCRIPT of its environment names it. It keeps
 * the events it got.
 */
public final class Script implements RequestStreamHandler {

  private static final Map<String, Script.Body> BODIES = new ConcurrentHashMap<>();
  private static final Map<String, BlockingQueue<JsonNode>> EVENTS = new ConcurrentHashMap<>();

  private final String name = Environment.settings().require("SCRIPT");

  /** What the function does with an event. */
  public interface Body {
    Object run(JsonNode event, Context context) throws Exception;
  }

  public static void on(String name, Body body) {
    BODIES.put(name, body);
    EVENTS.put(name, new LinkedBlockingQueue<>());
  }

  /** The next event the function got. */
  public static JsonNode event(String name) throws InterruptedException {
    JsonNode event = EVENTS.get(name).poll(60, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError(name + " got no event");
    }
    return event;
  }

  public static List<JsonNode> unseen(String name) {
    return List.copyOf(EVENTS.get(name));
  }

  public static Map<String, Object> status(int code) {
    return Map.of("statusCode", code);
  }

  public static Map<String, Object> body(String text) {
    return Map.of("statusCode", 200, "body", text);
  }

  /** A template entry for a function of this class. */
  public static String function(String name, int timeoutSeconds) {
    return """
      %1$s:
        Type: AWS::Serverless::Function
        Properties:
          Handler: dev.moim.local.Script
          AutoPublishAlias: live
          Timeout: %2$d
          Environment: {Variables: {SCRIPT: %1$s}}
    """
        .formatted(name, timeoutSeconds);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event =
        Json.parse(new String(input.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
    EVENTS.get(name).add(event);
    try {
      output.write(Json.bytes(BODIES.get(name).run(event, context)));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
