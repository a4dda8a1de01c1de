package dev.moim.client.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.client.License;
import dev.moim.client.License.RateLimit;
import dev.moim.client.RoomState;
import dev.moim.client.Session;
import dev.moim.client.Session.Connection;
import dev.moim.client.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers as records. What they do not know is passed over: the service may say more one day. */
public final class Answers {

  private Answers() {}

  public static License license(JsonNode data) {
    Map<String, RateLimit> limits = new TreeMap<>();
    data.path("limits").properties().forEach(each -> limits.put(each.getKey(), limit(each)));
    return new License(
        text(data, "domain"),
        data.path("roomLimit").asInt(),
        data.path("enabled").asInt() == 1,
        instant(data, "createdAt"),
        data.at("/usage/roomsOpen").asInt(),
        data.at("/usage/peakToday").asInt(),
        limits);
  }

  private static RateLimit limit(Map.Entry<String, JsonNode> named) {
    JsonNode limit = named.getValue();
    return new RateLimit(limit.path("burst").asInt(), limit.path("perMinute").asInt());
  }

  public static List<Session> sessions(JsonNode data) {
    return list(data, Answers::session);
  }

  private static Session session(JsonNode session) {
    return new Session(
        text(session, "sessionId"),
        text(session, "roomName"),
        instant(session, "createdAt"),
        list(session.path("sessionTokens"), Answers::connection));
  }

  private static Connection connection(JsonNode connection) {
    return new Connection(
        text(connection, "connectionId"),
        text(connection, "userName"),
        text(connection, "status").equals("active"),
        text(connection, "location"),
        text(connection, "platform"),
        instant(connection, "createdAt"),
        instant(connection, "updatedAt"));
  }

  public static RoomState room(JsonNode data) {
    return new RoomState(
        text(data, "roomName"),
        RoomState.Status.valueOf(text(data, "status")),
        data.path("user").asInt());
  }

  public static Usage usage(JsonNode data) {
    return new Usage(
        text(data, "domain"),
        seconds(data, "totalSecond"),
        list(
            data.path("detail"),
            room ->
                new Usage.Room(
                    text(room, "roomName"),
                    seconds(room, "sessionTimeSecond"),
                    instant(room, "createdAt"),
                    room.path("joins").asLong(),
                    room.path("peak").asLong(),
                    room.path("messages").asLong())));
  }

  private static <T> List<T> list(JsonNode items, Function<JsonNode, T> read) {
    List<T> list = new ArrayList<>();
    items.forEach(item -> list.add(read.apply(item)));
    return list;
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).asText();
  }

  private static Instant instant(JsonNode object, String field) {
    return Instant.parse(text(object, field));
  }

  private static Duration seconds(JsonNode object, String field) {
    return Duration.ofSeconds(object.path(field).asLong());
  }
}
