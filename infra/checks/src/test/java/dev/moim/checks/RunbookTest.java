package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever may call for somebody at night stands in the runbook, under the name it has. */
class RunbookTest {

  private final String runbook = Repository.text("infra/RUNBOOK.md");

  @Test
  void everyAlarmIsExplained() {
    Set<String> alarms = new TreeSet<>();
    Deployed.all()
        .forEach(template -> alarms.addAll(template.ofType("AWS::CloudWatch::Alarm").keySet()));
    assertThat(alarms)
        .hasSizeGreaterThan(5)
        .allSatisfy(alarm -> {
          assertThat(runbook).contains("`" + alarm + "`");
          assertThat(Repository.text("README.md")).contains("`" + alarm + "`");
        });
  }

  @Test
  void everySecretCanBeRotated() {
    JsonNode parameters = Deployed.of("template.yaml").source().path("Parameters");
    assertThat(parameters.properties())
        .filteredOn(parameter -> parameter.getKey().endsWith("SecretArn"))
        .hasSize(5)
        .allSatisfy(parameter -> assertThat(runbook).contains("`" + parameter.getKey() + "`"));
  }

  @Test
  void everyTableCanBeRestored() {
    Deployed.of("template.yaml")
        .ofType("AWS::DynamoDB::Table")
        .forEach((id, table) -> {
          String name = "moim-" + id.replaceFirst("Table$", "");
          assertThat(runbook).contains(name);
          boolean expires = table.has("TimeToLiveSpecification");
          assertThat(runbook.contains("`" + name + "`") && !name.equals("moim-Groups"))
              .as("%s is named among those whose items expire", name)
              .isEqualTo(expires);
        });
  }
}
