package dev.moim.shared.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.socketio.SocketIoPacket.Ack;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import dev.moim.shared.wire.socketio.SocketIoPacket.ConnectError;
import dev.moim.shared.wire.socketio.SocketIoPacket.Disconnect;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads and writes what the parsers inside socket.io-client 4 and 2 do. The end-to-end tests check
 * that the file is still what they make.
 */
class VectorsTest {

  @TestFactory
  Stream<DynamicTest> socketIo() throws IOException {
    return tests("socketIo", VectorsTest::readsAndWritesPacket);
  }

  @TestFactory
  Stream<DynamicTest> engineIo() throws IOException {
    return tests("engineIo", VectorsTest::readsAndWritesFrame);
  }

  private static void readsAndWritesPacket(String text, Map<String, Object> packet) {
    assertThat(SocketIoCodec.decode(text)).isEqualTo(packet(packet));
    assertThat(SocketIoCodec.encode(packet(packet))).isEqualTo(text);
  }

  private static void readsAndWritesFrame(String text, Map<String, Object> packet) {
    String type = ((String) packet.get("type")).toUpperCase(Locale.ROOT);
    String data = (String) packet.getOrDefault("data", "");
    EngineIoPacket expected = new EngineIoPacket(EngineIoPacket.Type.valueOf(type), data);
    assertThat(EngineIoCodec.decode(text)).isEqualTo(expected);
    assertThat(EngineIoCodec.encode(expected)).isEqualTo(text);
  }

  /** A packet as the JavaScript parsers show it: {@code {type, nsp, id?, data?}}. */
  private static SocketIoPacket packet(Map<String, Object> packet) {
    String[] path = ((String) packet.get("nsp")).split("\\?", 2);
    Object data = packet.get("data");
    OptionalLong id =
        packet.get("id") instanceof Number number
            ? OptionalLong.of(number.longValue())
            : OptionalLong.empty();
    return switch ((int) packet.get("type")) {
      case 0 -> new Connect(path[0], path.length > 1 ? path[1] : "", objectOrNone(data));
      case 1 -> new Disconnect(path[0]);
      case 2 -> new Event(path[0], id, (String) list(data).getFirst(), tail(data));
      case 3 -> new Ack(path[0], id.orElseThrow(), list(data));
      case 4 -> new ConnectError(path[0], data);
      default -> throw new IllegalStateException("no such packet: " + packet);
    };
  }

  private static Map<String, Object> objectOrNone(Object data) {
    return data == null ? Map.of() : Json.asObject(data);
  }

  private static List<Object> tail(Object data) {
    return list(data).subList(1, list(data).size());
  }

  @SuppressWarnings("unchecked") // the tree's lists hold trees
  private static List<Object> list(Object data) {
    return (List<Object>) data;
  }

  private interface Check {
    void run(String text, Map<String, Object> packet);
  }

  private static Stream<DynamicTest> tests(String layer, Check check) throws IOException {
    try (InputStream file = VectorsTest.class.getResourceAsStream("/socketio-vectors.json")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return list(Json.readObject(text).get(layer)).stream()
          .map(Json::asObject)
          .map(vector ->
              DynamicTest.dynamicTest(
                  vector.get("text") + " " + vector.getOrDefault("protocol", ""),
                  () ->
                      check.run((String) vector.get("text"), Json.asObject(vector.get("packet")))));
    }
  }
}
