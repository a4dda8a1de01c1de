package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.socketio.SocketIoCodec;
import dev.moim.shared.wire.socketio.SocketIoPacket.Ack;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import dev.moim.testkit.spec.EventValidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Socket.IO client of one socket, by hand: what it sends and what it got. */
public final class SocketClient {

  private static final EventValidator DESCRIBED = EventValidator.ofProject("study");

  /** An event it got. */
  public record Received(String event, Map<String, @Nullable Object> data) {}

  private final SocketWorld world;
  public final String connectionId;

  SocketClient(SocketWorld world, String connectionId) {
    this.world = world;
    this.connectionId = connectionId;
  }

  public void send(String frame) {
    world.gateway.frame(connectionId, frame);
  }

  /** Sends an event; its fields are given as name, value, name, value… */
  public void emit(String event, @Nullable Object... fields) {
    send("42" + Json.write(List.of(event, object(fields))));
  }

  /** The same with an acknowledgement, which is what it returns. */
  public Map<String, @Nullable Object> ask(String event, @Nullable Object... fields) {
    return ask(event, Json.write(object(fields)));
  }

  /** The same of fields as JSON. */
  public Map<String, @Nullable Object> ask(String event, String json) {
    send("427[\"%s\",%s]".formatted(event, json));
    List<String> frames = new ArrayList<>(world.sockets.take(connectionId));
    String ack = frames.stream().filter(f -> f.startsWith("437")).findFirst().orElseThrow();
    frames.remove(ack);
    frames.forEach(frame -> world.sockets.post(connectionId, frame));
    Ack packet = (Ack) SocketIoCodec.decode(ack.substring(1));
    DESCRIBED.assertAcknowledgement(Json.write(packet.args().getFirst()));
    return Json.asObject(packet.args().getFirst());
  }

  public SocketClient join() {
    emit("video:join-room", "studyId", SocketWorld.STUDY, "roomId", SocketWorld.ROOM);
    return this;
  }

  /** Its id among peers. */
  public String socketId() {
    return world.wiring.studySockets().findNow(connectionId).orElseThrow().socketId();
  }

  /** Every frame it got since it last looked. */
  public List<String> frames() {
    return world.sockets.take(connectionId);
  }

  /** Every event it got since it last looked, each held against its description. */
  public List<Received> take() {
    return frames().stream().filter(frame -> frame.startsWith("42")).map(this::event).toList();
  }

  /** The one event it got since it last looked. */
  public Received only() {
    List<Received> events = take();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private Received event(String frame) {
    Event event = (Event) SocketIoCodec.decode(frame.substring(1));
    assertThat(event.args()).hasSize(1);
    DESCRIBED.assertSent(event.name(), Json.write(event.args().getFirst()));
    return new Received(
        event.name(), Json.asObject(Objects.requireNonNull(event.args().getFirst())));
  }

  static Map<String, @Nullable Object> object(@Nullable Object... fields) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      object.put(String.valueOf(fields[i]), fields[i + 1]);
    }
    return object;
  }
}
