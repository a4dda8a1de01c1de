package dev.moim.shared.people.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.shared.wire.jwt.Hs256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserTokensTest {

  private static final String SECRET = "the secret that signs tokens of users";
  private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
  private static final Bearer KIM = new Bearer("user-456", "김철수", "https://example.com/456.png");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  private final UserTokens tokens = at(Duration.ZERO);

  @Test
  void readsWhatItIssued() {
    assertThat(tokens.ofAccess(tokens.access(KIM, HALF_HOUR))).contains(KIM);
    assertThat(tokens.ofTicket(tokens.ticket(KIM))).contains(KIM);
    Bearer faceless = new Bearer("user-1", "", null);
    assertThat(tokens.ofAccess(tokens.access(faceless, HALF_HOUR))).contains(faceless);
  }

  @Test
  void neverTakesOneKindForTheOther() {
    assertThat(tokens.ofAccess(tokens.ticket(KIM))).isEmpty();
    assertThat(tokens.ofTicket(tokens.access(KIM, HALF_HOUR))).isEmpty();
    String license =
        Hs256.sign(
            Map.of("iss", "moim", "aud", "moim-license", "sub", "user-456", "exp", 9_999_999_999L),
            SECRET);
    assertThat(tokens.ofAccess(license)).isEmpty();
    assertThat(tokens.ofTicket(license)).isEmpty();
  }

  @Test
  void refusesWhatHasEndedOrIsForged() {
    String access = tokens.access(KIM, HALF_HOUR);
    String ticket = tokens.ticket(KIM);
    assertThat(at(HALF_HOUR.plusMinutes(2)).ofAccess(access)).isEmpty();
    assertThat(at(Duration.ofMinutes(3)).ofTicket(ticket)).isEmpty();
    assertThat(new UserTokens(() -> "another secret", clock(Duration.ZERO)).ofAccess(access))
        .isEmpty();
    assertThat(tokens.ofAccess(access.substring(0, access.length() - 1))).isEmpty();
    assertThat(tokens.ofAccess("")).isEmpty();
  }

  private static UserTokens at(Duration later) {
    return new UserTokens(() -> SECRET, clock(later));
  }

  private static Clock clock(Duration later) {
    return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
  }
}
