package dev.moim.delivery;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev.moim.delivery", "dev.moim.dynamodb"})
  void followsTheProjectsStructure(String rootPackage) {
    Architecture.of(rootPackage).check();
  }
}
