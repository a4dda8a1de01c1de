package dev.moim.shared.media.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.media.IceServers;
import dev.moim.shared.media.IceServers.Turn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceSettingsTest {

  private static final Turn PAIR =
      new Turn(List.of("turn:t.example:3478?transport=udp", "turns:t.example:5349"), "north");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"urls\":[\"turn:t.example:3478?transport=udp\",\"turns:t.example:5349\"],\"secret\":\"north\"}",
        "{\"urls\":\"turn:t.example:3478?transport=udp, turns:t.example:5349\",\"secret\":\"north\"}"
      })
  void urlsAreAListOrAText(String secret) {
    assertThat(IceSettings.turn(secret)).isEqualTo(PAIR).asString().doesNotContain("north");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"urls\":[],\"secret\":\"north\"}",
        "{\"urls\":\"\",\"secret\":\"north\"}",
        "{\"urls\":\"t.example:3478\",\"secret\":\"north\"}",
        "{\"urls\":[\"turn:t.example:3478\",\"stun:t\"],\"secret\":\"north\"}",
        "{\"urls\":5,\"secret\":\"north\"}",
        "{\"urls\":\"turn:t.example:3478\"}",
        "{\"urls\":\"turn:t.example:3478\",\"secret\":\"\"}"
      })
  void whatIsMissingOrMalformedIsNamed(String secret) {
    assertThatThrownBy(() -> IceSettings.turn(secret))
        .isInstanceOf(FieldException.class)
        .message()
        .containsAnyOf("urls", "secret")
        .doesNotContain("north");
  }

  @Test
  void callersGetStunAloneWhereThereIsNoTurn() {
    IceServers servers = deployed(Map.of("STUN_URLS", "stun:a,stun:b"));

    assertThat(servers.forUser("ann")).containsExactly(Map.of("urls", List.of("stun:a", "stun:b")));
  }

  @Test
  void aMalformedSecretRefusesInsteadOfLeavingTurnOut() {
    IceServers servers = deployed(Map.of("STUN_URLS", "stun:a", "TURN_SECRET", "north"));

    assertThatThrownBy(() -> servers.forUser("ann"))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(ServiceError.SERVICE_UNAVAILABLE));
  }

  private static IceServers deployed(Map<String, String> settings) {
    return IceSettings.of(Deployment.of(new Settings(settings)));
  }
}
