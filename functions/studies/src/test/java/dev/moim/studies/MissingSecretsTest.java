package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.studies.StudiesApi.Answer;
import dev.moim.studies.identity.Credentials;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.Identity;
import dev.moim.studies.signal.SignalErrors;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deployment whose secrets are missing or malformed says so, and what it can do it does. */
class MissingSecretsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");

  @Test
  void withoutTheTokenSecretNobodyIsKnown() {
    StudiesApi lacking = new StudiesApi(DYNAMO, clock, Map.of("TOKEN_SECRET", ""));

    assertUnavailable(lacking.as("ann").studies());
  }

  @ParameterizedTest
  @CsvSource({"LIVEKIT_SECRET, {}", "LIVEKIT_SECRET, bare", "TURN_SECRET, bare"})
  void whatJoiningNeedsRefusesJoiningAlone(String name, String secret) {
    StudiesApi lacking = new StudiesApi(DYNAMO, clock, Map.of(name, secret));
    String study = lacking.study();
    String session = lacking.as("ann", study).start().text("session.id");

    assertUnavailable(lacking.as("ann", study).join(session));
    Answer status = lacking.as("ann", study).status();
    assertThat(status.status()).isEqualTo(200);
    assertThat(status.text("session.participants")).isEqualTo("[]");
  }

  @Test
  void socketsAreToldInTheirOwnWay() {
    var tokens =
        new UserTokens(
            () -> {
              throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
            },
            clock);
    Identities identities = new Identities(cookies -> Identity.none(), tokens);
    Credentials shown = new Credentials(Optional.of("a token"), Map.of());
    Identity told = new Identity.Unknown("Server error");

    assertThat(identities.ofUpgrade(shown)).isEqualTo(told);
    assertThat(identities.ofAuth(Map.of("token", "a token"), Identity.none())).isEqualTo(told);
    assertThatThrownBy(() -> identities.ofRequest(shown)).isInstanceOf(DomainException.class);
    assertThat(new SignalErrors().own(ServiceError.SERVICE_UNAVAILABLE))
        .isEqualTo(StudyError.SERVER_ERROR);
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("code")).isEqualTo("SERVER_ERROR");
    assertThat(answer.text("error")).isEqualTo("The service is not available");
  }
}
