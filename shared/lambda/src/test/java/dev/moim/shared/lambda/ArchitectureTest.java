package dev.moim.shared.lambda;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev.moim.shared.lambda"})
  void followsTheProjectsStructure(String rootPackage) {
    Architecture.of(rootPackage).check();
  }
}
