package dev.moim.calls;

import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.spec.FrameValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plain-JSON client: sends operations and reads what its socket got. */
public final class Client {

  private static final FrameValidator DESCRIBED = FrameValidator.ofProject();

  private final World world;
  private final String connectionId;
  private String userId = "";

  Client(World world, String connectionId) {
    this.world = world;
    this.connectionId = connectionId;
  }

  /** The same user on the same socket, whose frames another instance handles. */
  public Client through(World instance) {
    Client same = new Client(instance, connectionId);
    same.userId = userId;
    return same;
  }

  /** This socket, once its user has registered elsewhere. */
  public Client as(String user) {
    userId = user;
    return this;
  }

  public String connectionId() {
    return connectionId;
  }

  public Answer register(String user, Object... more) {
    return register(world.license, user, more);
  }

  public Answer register(NewLicense license, String user, Object... more) {
    String before = userId;
    userId = user;
    Map<String, Object> message = message("register", more);
    message.putIfAbsent("cpCode", license.license().cpCode());
    message.putIfAbsent("authKey", license.authKey());
    message.put("ipAddr", "127.0.0.1");
    Answer answer = dispatch(message);
    if (answer.code().equals("409") && !before.isEmpty()) {
      userId = before;
    }
    return answer;
  }

  /** Sends an operation as this client's user; fields are given as name, value, name, value… */
  public Answer send(String eventOp, Object... fields) {
    Map<String, Object> message = message(eventOp, fields);
    message.putIfAbsent("userId", userId);
    return dispatch(message);
  }

  public Answer create(String roomId, Object... more) {
    Map<String, Object> message = message("createRoom", more);
    message.put("userId", userId);
    message.put("roomId", roomId);
    message.putIfAbsent("destroy", true);
    message.putIfAbsent("capacity", 10);
    return dispatch(message);
  }

  public Answer join(String roomId) {
    return send("joinRoom", "roomId", roomId);
  }

  public Answer dispatch(Map<String, Object> message) {
    return world
        .frames
        .answer(world.sender(connectionId), Json.write(message))
        .map(Client::described)
        .orElseGet(() -> new Answer(Map.of()));
  }

  private Map<String, Object> message(String eventOp, Object... fields) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("eventOp", eventOp);
    message.put("reqId", "q1");
    for (int i = 0; i < fields.length; i += 2) {
      message.put((String) fields[i], fields[i + 1]);
    }
    if (eventOp.equals("register")) {
      message.putIfAbsent("userId", userId);
    }
    return message;
  }

  /** Every frame the socket got since the last time, as trees. */
  public List<Map<String, Object>> received() {
    return world.sockets.take(connectionId).stream()
        .peek(DESCRIBED::assertValid)
        .map(Json::readObject)
        .toList();
  }

  /** Every reply a test sees is held against the description of the API. */
  private static Answer described(String reply) {
    DESCRIBED.assertValid(reply);
    return new Answer(Json.readObject(reply));
  }

  /** The socket closes and {@code $disconnect} is seen. */
  public void disconnect() {
    world.sockets.close(connectionId);
    world.wiring.loseConnection().disconnected(connectionId);
  }

  /** A reply; empty when the operation stayed silent. */
  public record Answer(Map<String, Object> fields) {

    public String code() {
      return String.valueOf(fields.get("code"));
    }

    public Object get(String field) {
      return fields.get(field);
    }
  }
}
