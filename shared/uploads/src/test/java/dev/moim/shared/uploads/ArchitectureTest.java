package dev.moim.shared.uploads;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void followsTheProjectsStructure() {
    Architecture.of("dev.moim.shared.uploads").check();
  }
}
