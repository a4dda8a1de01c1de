package dev.moim.shared.sockets.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.sockets.negotiation.Description.Origin;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

  private static String sdp(String... lines) {
    return "v=0\r\n" + String.join("\r\n", lines) + "\r\n";
  }

  @Test
  void readsWhoseItIsAndHowNew() {
    Description description =
        Description.of(
            Map.of(
                "type",
                "offer",
                "sdp",
                sdp(
                    "o=- 4611731400430051336 3 IN IP4 127.0.0.1",
                    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
                    "a=ice-ufrag:Zx1+",
                    "m=video 9 UDP/TLS/RTP/SAVPF 96",
                    "a=ice-ufrag:/u2q")));

    assertThat(description.origin()).contains(new Origin("- 4611731400430051336", 3));
    assertThat(description.ufrags()).containsExactlyInAnyOrder("Zx1+", "/u2q");
  }

  @Test
  void readsTheTextAlone() {
    Description description =
        Description.of("o=mozilla...THIS_IS_SDPARTA-99.0 42 0 IN IP4 0.0.0.0\n");
    assertThat(description.origin()).contains(new Origin("mozilla...THIS_IS_SDPARTA-99.0 42", 0));
    assertThat(description.ufrags()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o=- 1",
        "o=- 1 two IN IP4 127.0.0.1",
        "o=-  1 2 IN IP4 127.0.0.1",
        "o=- 1 1234567890123456789 IN IP4 127.0.0.1",
        "s=o=- 1 2 IN IP4 127.0.0.1"
      })
  void whatHasNoReadableOriginLineHasNone(String line) {
    assertThat(Description.of(sdp(line)).origin()).isEmpty();
  }

  @Test
  void whatIsNoDescriptionAtAllSaysNothing() {
    Description nothing = Description.of(null);
    assertThat(nothing.origin()).isEmpty();
    assertThat(nothing.ufrags()).isEmpty();
    assertThat(
            List.of(Description.of(7), Description.of(Map.of("sdp", 7)), Description.of(Map.of())))
        .containsOnly(nothing);
  }

  @Test
  void readsNoMoreIceUserNamesThanSectionsMakeSense() {
    String many =
        IntStream.range(0, 40).mapToObj(i -> "a=ice-ufrag:u" + i).collect(Collectors.joining("\n"));
    assertThat(Description.of(many).ufrags()).hasSize(Negotiation.MAX_UFRAGS);
  }

  @ParameterizedTest
  @CsvSource({"- 1,2,true", "- 1,0,false", "- 1,3,false", "mozilla 1,0,true", "mozilla 1,2,false"})
  void knowsTheFirstDescriptionOfASession(String session, long version, boolean first) {
    assertThat(new Origin(session, version).isFirst()).isEqualTo(first);
  }

  @Test
  void onlyDescriptionsOfOneSessionFollowEachOther() {
    Origin second = new Origin("- 1", 3);
    assertThat(second.isAfter(new Origin("- 1", 2))).isTrue();
    assertThat(second.isAfter(second)).isFalse();
    assertThat(second.isAfter(new Origin("- 1", 4))).isFalse();
    assertThat(second.isAfter(new Origin("- 2", 2))).isFalse();
  }
}
