package dev.moim.chat;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void followsTheProjectsStructure() {
    Architecture.of("dev.moim.chat").check();
  }
}
