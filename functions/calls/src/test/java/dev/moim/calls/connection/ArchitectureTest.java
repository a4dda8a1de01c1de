package dev.moim.calls.connection;

import dev.moim.testkit.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev.moim.calls.connection", "dev.moim.shared.aws.dynamodb"})
  void followsTheProjectsStructure(String rootPackage) {
    Architecture.of(rootPackage).check();
  }
}
