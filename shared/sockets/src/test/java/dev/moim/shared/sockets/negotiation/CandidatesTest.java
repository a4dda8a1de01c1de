package dev.moim.shared.sockets.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidatesTest {

  private static final String LINE = "candidate:1 1 udp 2122260223 192.0.2.1 54400 typ host";

  private static Set<String> ufrags(Object value) {
    return Candidates.of(value).ufrags();
  }

  @Test
  void namesItsDescriptionByTheUserNameFragment() {
    assertThat(ufrags(Map.of("candidate", LINE, "usernameFragment", "Zx1+")))
        .containsExactly("Zx1+");
  }

  @Test
  void orInItsLine() {
    assertThat(ufrags(LINE + " generation 0 ufrag Zx1+ network-id 1")).containsExactly("Zx1+");
    assertThat(ufrags(Map.of("candidate", LINE + " ufrag Zx1+", "usernameFragment", "")))
        .containsExactly("Zx1+");
  }

  @Test
  void theFragmentCountsMoreThanTheLine() {
    assertThat(ufrags(Map.of("candidate", LINE + " ufrag old", "usernameFragment", "new")))
        .containsExactly("new");
  }

  @Test
  void severalNameAllTheirDescriptions() {
    assertThat(
            ufrags(Arrays.asList(LINE + " ufrag a", Map.of("usernameFragment", "b"), LINE, null)))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void theEndOfCandidatesNamesNone() {
    assertThat(Candidates.of(null).ufrags()).isEmpty();
    assertThat(ufrags("")).isEmpty();
    assertThat(ufrags(List.of())).isEmpty();
    assertThat(ufrags(LINE)).isEmpty();
    assertThat(ufrags(7)).isEmpty();
  }
}
