package dev.moim.shared.aws;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void followsTheProjectsStructure() {
    Architecture.of("dev.moim.shared.aws").check();
  }
}
