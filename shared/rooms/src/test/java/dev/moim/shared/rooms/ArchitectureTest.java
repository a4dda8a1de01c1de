package dev.moim.shared.rooms;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev.moim.shared.rooms", "dev.moim.shared.licenses"})
  void followsTheProjectsStructure(String rootPackage) {
    Architecture.of(rootPackage).check();
  }
}
