package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every table has, whoever adds it. */
class TablesTest {

  private static final String TABLE = "AWS::DynamoDB::Table";

  /** Has people's tokens for minutes, which nobody should find in it for weeks. */
  private static final String FORGETFUL = "HandshakesTable";

  @Test
  void tablesAreOnDemandAndRecoverable() {
    assertThat(tables())
        .containsKey(FORGETFUL)
        .allSatisfy((id, table) -> {
          assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
          assertThat(
                  table
                      .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                      .asBoolean())
              .as(id)
              .isEqualTo(!id.equals(FORGETFUL));
        });
  }

  @Test
  void tablesKeepTheirNameForTheLifeOfAStack() {
    assertThat(tables())
        .allSatisfy((id, table) ->
            assertThat(table.at("/TableName/Fn::Sub").asText() + "Table")
                .isEqualTo("${AWS::StackName}-" + id));
  }

  @Test
  void tablesOutliveTheirStack() {
    JsonNode resources = root().resources();
    assertThat(tables().keySet())
        .allSatisfy(id -> {
          assertThat(resources.path(id).path("DeletionPolicy").asText()).startsWith("Retain");
          assertThat(resources.path(id).path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        });
  }

  @Test
  void onlyTheRootDeclaresState() {
    assertThat(Deployed.all())
        .filteredOn(template -> !template.path().equals("template.yaml"))
        .allSatisfy(family -> assertThat(family.ofType(TABLE)).isEmpty());
  }

  private static Map<String, JsonNode> tables() {
    return root().ofType(TABLE);
  }

  private static Deployed root() {
    return Deployed.all().getFirst();
  }
}
