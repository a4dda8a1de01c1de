package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import dev.moim.testkit.RootTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenseCommandTest {

  @TempDir Path project;

  private DynamoDbLocal database;

  @BeforeEach
  void start() throws Exception {
    database = DynamoDbLocal.inMemory();
    new TableCreator(database.client()).create(RootTemplate.load().table("Licenses"), "Licenses");
    Path home = Files.createDirectory(project.resolve(".moim"));
    Files.writeString(home.resolve(LicenseCommand.DATABASE), database.endpoint().toString());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void makesALicenseAndShowsItsKeysOnce() {
    var made = Json.parse(run("create", "--domain", "acme", "--room-limit", "7")).orElseThrow();

    assertThat(made.path("authKey").asText()).hasSize(43);
    assertThat(made.path("cpCode").asText()).isEqualTo("KP-" + made.path("accessKey").asText());
    String shown = run("show", made.path("accessKey").asText());
    assertThat(Json.parse(shown).orElseThrow().path("roomLimit").asInt()).isEqualTo(7);
    assertThat(shown).doesNotContain("Key\" : \"" + made.path("authKey").asText(), "Hash");
    assertThat(run("list")).contains("\"acme\"").doesNotContain("authKey");
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> run("create")).hasMessageContaining("--domain");
    assertThatThrownBy(() -> run("create", "--domain", "a", "--room-limit", "301"))
        .hasMessageContaining("300");
    assertThatThrownBy(() -> run("create", "--limit", "3")).hasMessageContaining("--limit");
    assertThatThrownBy(() -> run("show")).hasMessageContaining("ID");
    assertThatThrownBy(() -> run("show", "none")).hasMessageContaining("no license none");
    assertThatThrownBy(() -> run("sell")).hasMessageContaining("sell");
  }

  private String run(String... words) {
    return LicenseCommand.run(project, List.of(words));
  }
}
