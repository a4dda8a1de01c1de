package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    assertThat(tables(table -> true)).allSatisfy(name -> assertThat(runbook).contains(name));
    assertThat(names("has expired\\. ([^.]*) also need"))
        .containsExactlyInAnyOrderElementsOf(
            tables(table -> isRestorable(table) && table.has("TimeToLiveSpecification")));
  }

  /** Whoever restores such a table and forgets its readers has events that go nowhere, unseen. */
  @Test
  void everyStreamIsReadAgainAfterItsTableIsRestored() {
    assertThat(names("\n(.*) have streams"))
        .containsExactlyInAnyOrderElementsOf(tables(table -> table.has("StreamSpecification")));
    assertThat(names("# NEW_AND_OLD_IMAGES for (.*)"))
        .containsExactlyInAnyOrderElementsOf(
            tables(table ->
                table
                    .at("/StreamSpecification/StreamViewType")
                    .asText()
                    .equals("NEW_AND_OLD_IMAGES")));
  }

  private static boolean isRestorable(JsonNode table) {
    return table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean();
  }

  private static List<String> tables(Predicate<JsonNode> wanted) {
    return Deployed.of("template.yaml").ofType("AWS::DynamoDB::Table").entrySet().stream()
        .filter(table -> wanted.test(table.getValue()))
        .map(table -> "moim-" + table.getKey().replaceFirst("Table$", ""))
        .toList();
  }

  private List<String> names(String sentence) {
    Matcher found = Pattern.compile(sentence).matcher(runbook);
    assertThat(found.find()).as("a sentence like " + sentence).isTrue();
    return Pattern.compile("moim-\\w+")
        .matcher(found.group(1))
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
