package dev.moim.shared.wire.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.MalformedException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineIoCodecTest {

  @ParameterizedTest
  @CsvSource({
    "0{}, OPEN, {}",
    "1, CLOSE, ''",
    "2, PING, ''",
    "2probe, PING, probe",
    "3, PONG, ''",
    "42[\"a\"], MESSAGE, 2[\"a\"]",
    "4, MESSAGE, ''",
    "5, UPGRADE, ''",
    "6, NOOP, ''"
  })
  void readsAndWritesEveryType(String frame, EngineIoPacket.Type type, String data) {
    EngineIoPacket packet = new EngineIoPacket(type, data);
    assertThat(EngineIoCodec.decode(frame)).isEqualTo(packet);
    assertThat(EngineIoCodec.encode(packet)).isEqualTo(frame);
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty frame",
    "bAQID, binary data is not supported",
    "b4AQID, binary data is not supported",
    "7, not an Engine.IO packet",
    "{\"eventOp\":\"chat\"}, not an Engine.IO packet"
  })
  void refusesWithAReason(String frame, String reason) {
    assertThatThrownBy(() -> EngineIoCodec.decode(frame))
        .isInstanceOf(MalformedException.class)
        .hasMessage(reason);
  }

  @Test
  void repeatsAPingsDataInItsPong() {
    assertThat(EngineIoCodec.encode(EngineIoCodec.decode("2probe").pong())).isEqualTo("3probe");
    assertThat(EngineIoCodec.encode(EngineIoPacket.ping().pong())).isEqualTo("3");
  }

  @Test
  void offersOtherTransportsOrNone() {
    Handshake offer = handshake();
    assertThat(EngineIoCodec.encode(offer.packet(EngineIoVersion.V3)))
        .isEqualTo(
            "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":300000,\"pingTimeout\":200000}");
    assertThat(EngineIoCodec.encode(offer.packet(EngineIoVersion.V4)))
        .isEqualTo(
            "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":300000,\"pingTimeout\":200000,"
                + "\"maxPayload\":32768}");
    assertThat(EngineIoCodec.encode(handshake("websocket").packet(EngineIoVersion.V3)))
        .contains("\"upgrades\":[\"websocket\"]");
  }

  private static Handshake handshake(String... upgrades) {
    return new Handshake(
        "x", List.of(upgrades), Duration.ofSeconds(300), Duration.ofSeconds(200), 32_768);
  }

  @Test
  void knowsTheRevisionsByTheirParameter() {
    assertThat(EngineIoVersion.of("3")).contains(EngineIoVersion.V3);
    assertThat(EngineIoVersion.of("4")).contains(EngineIoVersion.V4);
    assertThat(EngineIoVersion.of("5")).isEmpty();
    assertThat(EngineIoVersion.of(null)).isEmpty();
  }

  @Property
  void readsWhatItWrote(@ForAll EngineIoPacket.Type type, @ForAll String data) {
    EngineIoPacket packet = new EngineIoPacket(type, data);
    assertThat(EngineIoCodec.decode(EngineIoCodec.encode(packet))).isEqualTo(packet);
  }
}
