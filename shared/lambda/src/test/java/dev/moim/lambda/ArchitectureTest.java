package dev.moim.lambda;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev.moim.lambda"})
  void followsTheProjectsStructure(String rootPackage) {
    Architecture.of(rootPackage).check();
  }
}
