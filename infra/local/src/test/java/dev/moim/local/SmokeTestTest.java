package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The questions that end a deployment, asked of the project's own template. */
class SmokeTestTest {

  private static final LocalOptions PROJECT =
      LocalOptions.of(Path.of(System.getProperty("moim.root")));

  @Test
  void aDeploymentThatWorksAnswersThem() throws Exception {
    try (LocalCloud cloud = LocalCloud.start(PROJECT)) {
      assertThat(SmokeTest.ask("calls", cloud.socketUrl("calls"))).isEmpty();
      assertThat(SmokeTest.ask("licenses", cloud.url().resolve("/v1"))).isEmpty();
      assertThat(SmokeTest.ask("rooms", cloud.url().resolve("/api"))).isEmpty();
      assertThat(SmokeTest.ask("studies", cloud.url().resolve("/api/my-studies"))).isEmpty();
      assertThat(SmokeTest.ask("study socket", cloud.socketUrl("study"))).isEmpty();
      assertThat(SmokeTest.ask("accounts", cloud.url().resolve("/api/v1"))).isEmpty();
      assertThat(SmokeTest.ask("meetings", cloud.url().resolve("/api/v1"))).isEmpty();
      assertThat(SmokeTest.ask("chat", cloud.url().resolve("/api/v1"))).isEmpty();
      assertThat(SmokeTest.ask("chat socket", cloud.socketUrl("ws"))).isEmpty();

      assertThat(SmokeTest.ask("calls", cloud.socketUrl("nowhere")))
          .get()
          .asString()
          .startsWith("no answer");
      assertThat(SmokeTest.ask("study socket", cloud.socketUrl("calls"))).isEmpty();
      assertThat(SmokeTest.ask("rooms", cloud.url().resolve("/v2")))
          .get()
          .asString()
          .startsWith("404");
    }
  }

  @Test
  void oneWhoseTokenSecretIsUnusableDoesNot() throws Exception {
    try (LocalCloud cloud =
        LocalCloud.start(PROJECT.environment(Map.of("TOKEN_SECRET", "short")))) {
      for (String family : new String[] {"licenses /v1", "rooms /api", "studies /api/my-studies"}) {
        String[] named = family.split(" ");
        assertThat(SmokeTest.ask(named[0], cloud.url().resolve(named[1])))
            .as(family)
            .get()
            .asString()
            .startsWith("503 ")
            .contains("The service is not available");
      }
      assertThat(SmokeTest.ask("calls", cloud.socketUrl("calls"))).isEmpty();
    }
  }

  @Test
  void nobodyThereIsSaid() throws InterruptedException, IOException {
    Optional<String> problem = SmokeTest.ask("rooms", URI.create("http://127.0.0.1:9/api"));
    assertThat(problem).get().asString().startsWith("no answer");
  }
}
