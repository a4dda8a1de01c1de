package dev.moim.shared.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses code =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.moim.shared.wire");

  /**
   * {@code java.net}, {@code java.nio} and {@code java.util.concurrent} are left out on purpose.
   */
  @Test
  void turnsTextIntoValuesAndNothingElse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.moim.shared.wire..",
            "dev.moim.shared.kernel",
            "java.io",
            "java.lang..",
            "java.math",
            "java.nio.charset",
            "java.security",
            "java.time",
            "java.util",
            "java.util.function",
            "javax.crypto..",
            "org.jspecify..",
            "com.fasterxml.jackson.core..")
        .check(code);
  }

  @Test
  void onlyTheJsonPackageKnowsTheJsonLibrary() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.moim.shared.wire.json")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("com.fasterxml..")
        .check(code);
  }

  @Test
  void keepsNoState() {
    fields().should().beFinal().check(code);
  }
}
