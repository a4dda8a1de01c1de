package dev.moim.shared.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.engineio.EngineIoCodec;
import dev.moim.shared.wire.eventop.EventOpCodec;
import dev.moim.shared.wire.json.Trees;
import dev.moim.shared.wire.socketio.SocketIoPacket.Ack;
import dev.moim.shared.wire.socketio.SocketIoPacket.Connect;
import dev.moim.shared.wire.socketio.SocketIoPacket.ConnectError;
import dev.moim.shared.wire.socketio.SocketIoPacket.Disconnect;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class SocketIoPropertiesTest {

  @Property
  void readsWhatItWrote(@ForAll("packets") SocketIoPacket packet) {
    assertThat(SocketIoCodec.decode(SocketIoCodec.encode(packet))).isEqualTo(packet);
  }

  @Tag("slow")
  @Property(tries = 5_000)
  void readsOrRefuses(@ForAll("nonsense") String text) {
    try {
      SocketIoPacket packet = SocketIoCodec.decode(text);
      assertThat(SocketIoCodec.decode(SocketIoCodec.encode(packet))).isEqualTo(packet);
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(60);
    }
  }

  @Tag("slow")
  @Property(tries = 2_000)
  void theLayersBelowAndAboveReadOrRefuse(@ForAll("nonsense") String text) {
    assertThat(EventOpCodec.decode(text).eventOp()).isNotNull();
    try {
      assertThat(EngineIoCodec.encode(EngineIoCodec.decode(text))).isEqualTo(text);
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(60);
    }
  }

  @Provide
  Arbitrary<String> nonsense() {
    return Arbitraries.oneOf(Trees.nearMisses(), Trees.texts());
  }

  @Provide
  Arbitrary<SocketIoPacket> packets() {
    Arbitrary<String> namespaces = namespaces();
    Arbitrary<Long> ids = Arbitraries.longs().between(0, (1L << 53) - 1);
    Arbitrary<OptionalLong> ackIds = ids.map(OptionalLong::of).injectNull(0.5).map(this::orNone);
    return Arbitraries.oneOf(
        Combinators.combine(namespaces, pathTexts(), Trees.objects()).as(Connect::new),
        namespaces.map(Disconnect::new),
        Combinators.combine(namespaces, ackIds, Trees.texts(), Trees.lists()).as(Event::new),
        Combinators.combine(namespaces, ids, Trees.lists()).as(Ack::new),
        Combinators.combine(namespaces, errors()).as(ConnectError::new));
  }

  private static Arbitrary<Object> errors() {
    return Arbitraries.oneOf(Trees.texts().asGeneric(), Trees.objects().asGeneric());
  }

  private static Arbitrary<String> namespaces() {
    return pathTexts().map(text -> "/" + text.replace("?", ""));
  }

  private static Arbitrary<String> pathTexts() {
    return Trees.texts().map(text -> text.replace(",", ""));
  }

  private OptionalLong orNone(OptionalLong id) {
    return id == null ? OptionalLong.empty() : id;
  }
}
