package dev.moim.shared.wire.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.json.Trees;
import dev.moim.shared.wire.stomp.StompCodec.Decoded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class StompPropertiesTest {

  /**
   * @param headers what they mean
   */
  record Meant(Map<String, String> headers, String body) {

    StompFrame written(StompVersion version) {
      StompFrame frame = StompFrame.of(StompCommand.SEND).saying(body);
      for (Map.Entry<String, String> header : headers.entrySet()) {
        frame = frame.with(header.getKey(), header.getValue(), version);
      }
      return frame;
    }

    static Meant read(StompFrame frame, StompVersion version) {
      Map<String, String> headers = new LinkedHashMap<>(frame.headers(version));
      headers.remove(StompCodec.CONTENT_LENGTH);
      return new Meant(headers, frame.body());
    }
  }

  @Property
  void readsWhatItWrote(@ForAll("frames") List<Meant> frames, @ForAll StompVersion version) {
    List<Meant> written = frames.stream().map(frame -> writable(frame, version)).toList();
    String text =
        written.stream()
            .map(frame -> StompCodec.encode(frame.written(version)))
            .collect(Collectors.joining("\n\r\n"));
    Decoded decoded = StompCodec.decode(text);
    assertThat(decoded.rest()).isEmpty();
    assertThat(decoded.frames().stream().map(frame -> Meant.read(frame, version)))
        .containsExactlyElementsOf(written);
  }

  @Property
  void readsWhatIsCutAnywhere(
      @ForAll("frames") List<Meant> frames, @ForAll("cuts") List<Integer> cuts) {
    String text =
        frames.stream()
            .map(frame -> StompCodec.encode(frame.written(StompVersion.V1_2)))
            .collect(Collectors.joining());
    List<Meant> read = new ArrayList<>();
    String rest = "";
    for (String piece : pieces(text, cuts)) {
      Decoded decoded = StompCodec.decode(rest + piece);
      decoded.frames().forEach(frame -> read.add(Meant.read(frame, StompVersion.V1_2)));
      rest = decoded.rest();
    }
    assertThat(rest).isEmpty();
    assertThat(read).containsExactlyElementsOf(frames);
  }

  @Tag("slow")
  @Property(tries = 5_000)
  void readsOrRefuses(@ForAll("nonsense") String text) {
    try {
      Decoded decoded = StompCodec.decode(text);
      String again =
          decoded.frames().stream().map(StompCodec::encode).collect(Collectors.joining());
      assertThat(StompCodec.decode(again + decoded.rest()).rest()).isEqualTo(decoded.rest());
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(60);
    }
  }

  /** Old versions have no way of writing a line's end, or a return at it. */
  private static Meant writable(Meant meant, StompVersion version) {
    if (version == StompVersion.V1_2) {
      return meant;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    meant.headers().forEach((name, value) -> headers.putIfAbsent(plain(name), plain(value)));
    return new Meant(headers, meant.body());
  }

  private static String plain(String text) {
    return text.replaceAll("[\\r\\n:]", "_");
  }

  private static List<String> pieces(String text, List<Integer> cuts) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (int cut : cuts) {
      int next = Math.min(text.length(), at + cut);
      boolean inCharacter =
          next > 0 && next < text.length() && Character.isLowSurrogate(text.charAt(next));
      int end = inCharacter ? next + 1 : next;
      pieces.add(text.substring(at, end));
      at = end;
    }
    pieces.add(text.substring(at));
    return pieces;
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(1, 40).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> nonsense() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "SEND",
            "CONNECT",
            "\n",
            "\r\n",
            "\0",
            "content-length:",
            "3",
            "a:b",
            ":",
            "\\",
            "가",
            "\n\n",
            "ERROR\n");
    return Arbitraries.oneOf(
        Trees.texts(), pieces.list().ofMaxSize(12).map(list -> String.join("", list)));
  }

  @Provide
  Arbitrary<List<Meant>> frames() {
    Arbitrary<String> names =
        Arbitraries.strings().withChars("ab:\\\n\r가 ").ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> values = Arbitraries.strings().withChars("xyz:\\\n\r나,/").ofMaxLength(12);
    Arbitrary<String> bodies = Arbitraries.strings().withChars("{}\0\n\"다").ofMaxLength(20);
    return Combinators.combine(Arbitraries.maps(names, values).ofMaxSize(4), bodies)
        .as(Meant::new)
        .list()
        .ofMaxSize(4);
  }
}
