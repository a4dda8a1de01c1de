package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** CloudFormation refuses a stack of more than 500 resources; a family splits well before. */
class ResourceCountTest {

  private static final int LIMIT = 400;

  @Test
  void everyStackHasRoomToGrow() {
    for (Deployed template : Deployed.all()) {
      int resources = template.resources().size();
      System.out.printf("%s: %d resources (limit %d)%n", template.path(), resources, LIMIT);
      assertThat(resources).as("resources of %s", template.path()).isBetween(1, LIMIT - 1);
    }
  }
}
