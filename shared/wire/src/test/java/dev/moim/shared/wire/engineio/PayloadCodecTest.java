package dev.moim.shared.wire.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.MalformedException;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies as the parsers of socket.io-client 2 (revision 3) and 4 (revision 4) write them. */
class PayloadCodecTest {

  private static final List<EngineIoPacket> TWO =
      List.of(EngineIoPacket.message("0/구역,{\"a\":\"😀\"}"), EngineIoPacket.noop());

  @Test
  void revision3CountsUtf16UnitsBeforeEachPacket() {
    String body = "16:40/구역,{\"a\":\"😀\"}1:6";
    assertThat(PayloadCodec.encode(EngineIoVersion.V3, TWO)).isEqualTo(body);
    assertThat(PayloadCodec.decode(EngineIoVersion.V3, body)).isEqualTo(TWO);
  }

  @Test
  void revision4SeparatesPackets() {
    String body = "40/구역,{\"a\":\"😀\"}\u001e6";
    assertThat(PayloadCodec.encode(EngineIoVersion.V4, TWO)).isEqualTo(body);
    assertThat(PayloadCodec.decode(EngineIoVersion.V4, body)).isEqualTo(TWO);
  }

  @ParameterizedTest
  @CsvSource({
    "V3, ''",
    "V3, 40",
    "V3, :40",
    "V3, 3:40",
    "V3, 2:402",
    "V3, 0:",
    "V3, -1:40",
    "V3, +2:40",
    "V3, ٢:40",
    "V3, 99999999:40",
    "V3, 2:b4",
    "V4, ''",
    "V4, b4AQID",
    "V4, 7"
  })
  void refusesWhatIsNotMadeOfPackets(EngineIoVersion version, String body) {
    assertThatThrownBy(() -> PayloadCodec.decode(version, body))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesAnEmptyPacketBetweenTwo() {
    assertThatThrownBy(() -> PayloadCodec.decode(EngineIoVersion.V4, "40\u001e\u001e40"))
        .isInstanceOf(MalformedException.class);
  }

  @Property
  void readsWhatItWrote(
      @ForAll EngineIoVersion version, @ForAll("packets") List<EngineIoPacket> packets) {
    assertThat(PayloadCodec.decode(version, PayloadCodec.encode(version, packets)))
        .isEqualTo(packets);
  }

  @Property
  void readsOrRefuses(@ForAll EngineIoVersion version, @ForAll("nearMisses") String body) {
    try {
      List<EngineIoPacket> packets = PayloadCodec.decode(version, body);
      assertThat(packets).isNotEmpty();
      assertThat(PayloadCodec.decode(version, PayloadCodec.encode(version, packets)))
          .isEqualTo(packets);
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(60);
    }
  }

  @ParameterizedTest
  @EnumSource(EngineIoVersion.class)
  void aLongBodyIsReadInOneGo(EngineIoVersion version) {
    List<EngineIoPacket> many = Collections.nCopies(50_000, EngineIoPacket.message("0"));
    assertThat(PayloadCodec.decode(version, PayloadCodec.encode(version, many))).isEqualTo(many);
  }

  @Provide
  Arbitrary<List<EngineIoPacket>> packets() {
    Arbitrary<String> data = Arbitraries.strings().map(text -> text.replace("\u001e", ""));
    return Combinators.combine(Arbitraries.of(EngineIoPacket.Type.class), data)
        .as(EngineIoPacket::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> nearMisses() {
    return Arbitraries.strings().withChars("0123456789:b\u001e{가").ofMaxLength(30);
  }
}
