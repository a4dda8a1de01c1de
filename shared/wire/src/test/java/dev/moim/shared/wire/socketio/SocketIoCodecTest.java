package dev.moim.shared.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.socketio.SocketIoPacket.Ack;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import dev.moim.shared.wire.socketio.SocketIoPacket.ConnectError;
import dev.moim.shared.wire.socketio.SocketIoPacket.Disconnect;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are what socket.io-client 4.8 and 2.5 send and expect, without Engine.IO's 4. */
class SocketIoCodecTest {

  static Stream<Arguments> packets() {
    return Stream.of(
        Arguments.of("0", new Connect("/", "", Map.of())),
        Arguments.of("0{\"sid\":\"y\"}", new Connect("/", "", Map.of("sid", "y"))),
        Arguments.of("0{\"token\":\"abc\"}", new Connect("/", "", Map.of("token", "abc"))),
        Arguments.of("0/chat,", new Connect("/chat", "", Map.of())),
        Arguments.of("0/chat,{\"sid\":\"y\"}", new Connect("/chat", "", Map.of("sid", "y"))),
        Arguments.of("0/ns?x=1&y=a?b,", new Connect("/ns", "x=1&y=a?b", Map.of())),
        Arguments.of("1", new Disconnect("/")),
        Arguments.of("1/SignalServer,", new Disconnect("/SignalServer")),
        Arguments.of(
            "2[\"knowledgetalk\",{\"eventOp\":\"chat\"}]",
            new Event("/", "knowledgetalk", List.of(Map.of("eventOp", "chat")))),
        Arguments.of(
            "2/SignalServer,7[\"question\",1,null]",
            new Event("/SignalServer", OptionalLong.of(7), "question", Arrays.asList(1, null))),
        Arguments.of("20[\"a\"]", new Event("/", OptionalLong.of(0), "a", List.of())),
        Arguments.of("30[\"ack\"]", new Ack("/", 0, List.of("ack"))),
        Arguments.of(
            "3/chat,9007199254740991[]", new Ack("/chat", 9_007_199_254_740_991L, List.of())),
        Arguments.of(
            "4{\"message\":\"Invalid namespace\"}",
            new ConnectError("/", Map.of("message", "Invalid namespace"))),
        Arguments.of("4/x,\"Invalid namespace\"", new ConnectError("/x", "Invalid namespace")));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void readsAndWrites(String text, SocketIoPacket packet) {
    assertThat(SocketIoCodec.decode(text)).isEqualTo(packet);
    assertThat(SocketIoCodec.encode(packet)).isEqualTo(text);
  }

  @Test
  void readsWhatOlderClientsWriteOtherwise() {
    assertThat(SocketIoCodec.decode("0/chat")).isEqualTo(new Connect("/chat", "", Map.of()));
    assertThat(SocketIoCodec.decode("1/chat")).isEqualTo(new Disconnect("/chat"));
    assertThat(SocketIoCodec.decode("0/,{}")).isEqualTo(new Connect("/", "", Map.of()));
    assertThat(SocketIoCodec.decode("0/?x=1")).isEqualTo(new Connect("/", "x=1", Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''              | empty packet
          7               | not a Socket.IO packet
          x               | not a Socket.IO packet
          0"token"        | not a JSON object
          0{              | not valid JSON at line 1, column 2
          1{}             | a disconnect carries no data
          2               | empty text
          2{}             | the data is an array
          2[]             | an event's first item is its name
          2[7]            | an event's first item is its name
          2/chat["a"]     | empty text
          3["a"]          | an ack names what it answers
          31{}            | the data is an array
          4               | empty text
          47              | empty text
          4[]             | an error is an object or a text
          212345678901234567["a"] | ack id out of range
          51-["a",{"_placeholder":true,"num":0}] | binary attachments are not supported
          61-0[{"_placeholder":true,"num":0}]    | binary attachments are not supported
          """)
  void refusesWithAReason(String text, String reason) {
    assertThatThrownBy(() -> SocketIoCodec.decode(text))
        .isInstanceOf(MalformedException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/SignalServer"})
  void wrapsAnArgumentThatIsJsonAlready(String namespace) {
    String json = "{\"a\":[1.50,\"\\ud83d\"]}";
    SocketIoPacket packet = new Event(namespace, "say \"hi\"", List.of(Json.readObject(json)));
    assertThat(SocketIoCodec.encodeEvent(namespace, "say \"hi\"", json))
        .isEqualTo(SocketIoCodec.encode(packet));
  }
}
