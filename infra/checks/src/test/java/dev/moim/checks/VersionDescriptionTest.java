package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Lambda publishes a version of a function that differs from its last one, and CloudFormation asks
 * for one when the version's own description does. The revision is in both: so a changed setting
 * reaches callers, and nothing asks for a version that exists already.
 */
class VersionDescriptionTest {

  private static final String REVISION = "{\"Ref\":\"Revision\"}";

  @Test
  void isTheRevisionOfEveryFunction() {
    for (Deployed template : families()) {
      assertThat(template.ofType("AWS::Lambda::Version"))
          .hasSameSizeAs(template.ofType("AWS::Lambda::Function").keySet())
          .allSatisfy((id, version) ->
              assertThat(version.path("Description")).as(id).hasToString(REVISION));
    }
  }

  @Test
  void theRevisionIsAPartOfWhatIsVersioned() {
    for (Deployed template : families()) {
      assertThat(template.ofType("AWS::Lambda::Function"))
          .allSatisfy((id, function) ->
              assertThat(function.at("/Environment/Variables/REVISION"))
                  .as(id)
                  .hasToString(REVISION));
    }
  }

  /** It would ask for a version whenever a tag changes, which no version has. */
  @Test
  void nothingElseAsksForVersions() {
    for (Deployed template : families()) {
      for (JsonNode holder : List.of(template.source().path("Globals"), template.source())) {
        assertThat(holder.findValues("AutoPublishAliasAllProperties"))
            .as("%s", template.path())
            .isEmpty();
      }
    }
  }

  private static List<Deployed> families() {
    return Deployed.all().stream().filter(template -> template.path().contains("/")).toList();
  }
}
