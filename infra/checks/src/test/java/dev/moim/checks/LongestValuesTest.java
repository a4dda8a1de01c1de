package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever a parameter allows fits wherever it goes. What does not would only be found out while
 * deploying, halfway.
 */
class LongestValuesTest {

  /** Lambda's, for the names and values of a function's variables together. */
  private static final int ENVIRONMENT = 4_096;

  private static final int DESCRIPTION = 256;

  @Test
  void everyEnvironmentFitsLambda() {
    for (Deployed family : families()) {
      LongestValues longest = LongestValues.of(family);
      family
          .ofType("AWS::Lambda::Function")
          .forEach((id, function) -> {
            int size = 0;
            for (var variable : function.path("Environment").path("Variables").properties()) {
              size += variable.getKey().length() + longest.of(variable.getValue()).length();
            }
            assertThat(size)
                .as("environment of %s in %s", id, family.path())
                .isBetween(1, ENVIRONMENT);
          });
    }
  }

  @Test
  void everyDescriptionFitsLambda() {
    for (Deployed family : families()) {
      LongestValues longest = LongestValues.of(family);
      for (String type : List.of("AWS::Lambda::Version", "AWS::Lambda::Function")) {
        family
            .ofType(type)
            .forEach((id, resource) ->
                assertThat(longest.of(resource.path("Description")))
                    .as("description of %s in %s", id, family.path())
                    .hasSizeLessThanOrEqualTo(DESCRIPTION));
      }
    }
  }

  private static List<Deployed> families() {
    return Deployed.all().stream().filter(template -> template.path().contains("/")).toList();
  }
}
