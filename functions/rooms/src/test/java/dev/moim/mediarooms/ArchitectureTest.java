package dev.moim.mediarooms;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void followsTheProjectsStructure() {
    Architecture.of("dev.moim.mediarooms").check();
  }
}
