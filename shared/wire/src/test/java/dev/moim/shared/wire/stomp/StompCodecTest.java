package dev.moim.shared.wire.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.stomp.StompCodec.Decoded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StompCodecTest {

  private static StompFrame only(String text) {
    Decoded decoded = StompCodec.decode(text);
    assertThat(decoded.rest()).isEmpty();
    assertThat(decoded.frames()).hasSize(1);
    return decoded.frames().getFirst();
  }

  @Test
  void readsWhatStompjsSendsFirst() {
    StompFrame frame = only("CONNECT\naccept-version:1.2,1.1,1.0\nheart-beat:10000,10000\n\n\0");
    assertThat(frame.command()).isEqualTo(StompCommand.CONNECT);
    assertThat(frame.written())
        .containsExactly(
            Map.entry("accept-version", "1.2,1.1,1.0"), Map.entry("heart-beat", "10000,10000"));
  }

  @Test
  void writesTheLengthOfABodyInBytes() {
    StompFrame frame =
        StompFrame.of(StompCommand.MESSAGE)
            .with("destination", "/sub/chat/room/1", StompVersion.V1_2)
            .saying("안녕");
    assertThat(StompCodec.encode(frame))
        .isEqualTo("MESSAGE\ndestination:/sub/chat/room/1\ncontent-length:6\n\n안녕\0");
  }

  @Test
  void readsSeveralFramesAndHeartBeatsOfOneMessage() {
    Decoded decoded =
        StompCodec.decode("\n\r\nSUBSCRIBE\nid:0\n\n\0\n\nSEND\n\nhello\0\r\nDISCONNECT\n\n\0\n");
    assertThat(decoded.frames().stream().map(StompFrame::command))
        .containsExactly(StompCommand.SUBSCRIBE, StompCommand.SEND, StompCommand.DISCONNECT);
    assertThat(decoded.rest()).isEmpty();
  }

  @Test
  void takesAHeartBeatForNoFrame() {
    assertThat(StompCodec.decode("\n")).isEqualTo(new Decoded(List.of(), ""));
    assertThat(StompCodec.decode("\r\n")).isEqualTo(new Decoded(List.of(), ""));
    assertThat(StompCodec.decode("")).isEqualTo(new Decoded(List.of(), ""));
  }

  @Test
  void leavesWhatIsNotFinished() {
    assertThat(StompCodec.decode("ACK\nid:1\n\n\0\nSEND\ndestination:/a\n\nhel"))
        .satisfies(decoded -> assertThat(decoded.frames()).hasSize(1))
        .extracting(Decoded::rest)
        .isEqualTo("SEND\ndestination:/a\n\nhel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S",
        "SEND",
        "SEND\r",
        "SEND\n",
        "SEND\ndestination:/a",
        "SEND\ndestination:/a\n\n",
        "SEND\ncontent-length:5\n\nab\0c",
        "SEND\ncontent-length:5\n\nab\0cd",
      })
  void seesThatAFrameGoesOn(String text) {
    assertThat(StompCodec.decode(text)).isEqualTo(new Decoded(List.of(), text));
  }

  @Test
  void takesNulsIntoABodyOfGivenLength() {
    assertThat(only("SEND\ncontent-length:6\n\na\0가\0\0").body()).isEqualTo("a\0가\0");
  }

  @Test
  void endsABodyWithoutLengthAtTheFirstNul() {
    assertThat(only("SEND\n\nabc\0\n").body()).isEqualTo("abc");
  }

  @Test
  void countsTheFirstOfHeadersWithOneName() {
    assertThat(only("MESSAGE\nfoo:World\nfoo:Hello\n\n\0").written("foo"))
        .isEqualTo(Optional.of("World"));
  }

  @Test
  void keepsBlanksAndColonsOfValues() {
    assertThat(only("SEND\na: b:c \n\n\0").header("a", StompVersion.V1_2))
        .isEqualTo(Optional.of(" b:c "));
  }

  @Test
  void takesReturnsForPartOfALinesEnd() {
    StompFrame frame = only("SEND\r\ndestination:/a\r\n\r\nhi\r\n\0");
    assertThat(frame.written("destination")).isEqualTo(Optional.of("/a"));
    assertThat(frame.body()).isEqualTo("hi\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V1_0 | a\\nb\\cc\\\\d | a\\nb\\cc\\\\d
          V1_1 | a\\\\nb\\\\cc\\\\d | a\\nb\\cc\\d
          """)
  void escapesNothingTwice(StompVersion version, String written, String meant) {
    StompFrame frame = only("SEND\nx:" + written + "\n\n\0");
    assertThat(frame.header("x", version)).isEqualTo(Optional.of(meant));
  }

  @Test
  void unescapesAsTheVersionSays() {
    StompFrame frame = only("SEND\nx:1\\c2\\n3\\\\4\n\n\0");
    assertThat(frame.header("x", StompVersion.V1_0)).isEqualTo(Optional.of("1\\c2\\n3\\\\4"));
    assertThat(frame.header("x", StompVersion.V1_1)).isEqualTo(Optional.of("1:2\n3\\4"));
    assertThat(frame.header("x", StompVersion.V1_2)).isEqualTo(Optional.of("1:2\n3\\4"));
    assertThat(frame.hasEscapes()).isTrue();
  }

  @Test
  void knowsReturnsOnlyInTheNewestVersion() {
    StompFrame frame = only("SEND\nx:a\\rb\n\n\0");
    assertThat(frame.header("x", StompVersion.V1_2)).isEqualTo(Optional.of("a\rb"));
    assertThatThrownBy(() -> frame.header("x", StompVersion.V1_1))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\t", "\\", "\\N", "a\\"})
  void refusesUndefinedEscapes(String value) {
    StompFrame frame = only("SEND\nx:" + value + "\n\n\0");
    assertThatThrownBy(() -> frame.headers(StompVersion.V1_2))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a header has an undefined escape");
  }

  @Test
  void escapesNothingBeforeAVersionIsFound() {
    StompFrame frame = only("CONNECT\nlogin:a\\nb\n\n\0");
    assertThat(frame.header("login", StompVersion.V1_2)).isEqualTo(Optional.of("a\\nb"));
    assertThat(frame.hasEscapes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HELLO\n\n\0",
        "send\n\n\0",
        "\0",
        " SEND\n\n\0",
        "SEND\0",
        "SEND\ndestination\n\n\0",
        "SEND\n:value\n\n\0",
        "SEND\ndestination:/a\0",
        "SEND\ncontent-length:x\n\n\0",
        "SEND\ncontent-length:-1\n\n\0",
        "SEND\ncontent-length:999999999\n\n\0",
        "SEND\ncontent-length:1\n\nab\0",
        "SEND\ncontent-length:1\n\n가\0",
        "SUBSCRIBE\nid:0\n\nbody\0",
        "{\"eventOp\":\"join\"}",
      })
  void refusesWhatIsNoFrame(String text) {
    assertThatThrownBy(() -> StompCodec.decode(text)).isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesMoreHeadersThanAnyFrameHas() {
    String many = "a:b\n".repeat(65);
    assertThat(only("SEND\n" + many + "\n\0").written()).hasSize(1);
    StringBuilder different = new StringBuilder("SEND\n");
    for (int i = 0; i < 65; i++) {
      different.append('h').append(i).append(":v\n");
    }
    assertThatThrownBy(() -> StompCodec.decode(different.append("\n\0").toString()))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @CsvSource({"'1.2,1.1,1.0',V1_2", "'1.0, 1.1',V1_1", "1.0,V1_0"})
  void agreesOnTheNewestVersion(String accepts, StompVersion version) {
    assertThat(StompVersion.accepted(Optional.of(accepts))).isEqualTo(Optional.of(version));
  }

  @Test
  void takesSilenceForTheOldestVersion() {
    assertThat(StompVersion.accepted(Optional.empty())).isEqualTo(Optional.of(StompVersion.V1_0));
    assertThat(StompVersion.accepted(Optional.of("2.0"))).isEmpty();
  }

  @Test
  void choosesOneOfTheSubprotocolsOffered() {
    assertThat(StompVersion.offered(List.of("v12.stomp", "v11.stomp", "v10.stomp")))
        .isEqualTo(Optional.of(StompVersion.V1_2));
    assertThat(StompVersion.offered(List.of("mqtt"))).isEmpty();
  }

  @Test
  void tellsBeginningsFromWhatContinues() {
    assertThat(List.of("SEND\n\n", "SU", "\n\nCONNECT\r\n", "")).allMatch(StompCodec::begins);
    assertThat(List.of("ody\0", "body\n\n", "\0", "SENDER\n")).noneMatch(StompCodec::begins);
  }
}
