package dev.moim.accounts;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void followsTheProjectsStructure() {
    Architecture.of("dev.moim.accounts").check();
  }
}
