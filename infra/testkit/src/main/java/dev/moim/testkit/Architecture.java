package dev.moim.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The project's structure, as rules over compiled classes. A module's test names its root package:
 *
 * <pre>{@code
 * Architecture.of("dev.moim.calls").check();
 * }</pre>
 */
public final class Architecture {

  /** A package of one of these names is an adapter; every other is plain Java. */
  private static final String[] ADAPTERS =
      List.of(
              "apigateway",
              "argon2",
              "aws",
              "dynamodb",
              "engineio",
              "eventop",
              "http",
              "json",
              "jwt",
              "kakao",
              "lambda",
              "livekit",
              "nextauth",
              "s3",
              "schedule",
              "ses",
              "socketio",
              "sqs",
              "stomp",
              "websocket")
          .stream()
          .map(technology -> ".." + technology + "..")
          .toArray(String[]::new);

  private static final String[] TECHNOLOGIES = {
    "software.amazon..",
    "com.amazonaws..",
    "com.fasterxml..",
    "com.password4j..",
    "com.nimbusds..",
    "io.livekit..",
    "org.apache.commons..",
    "org.crac..",
    "dev.moim.shared.lambda..",
    "dev.moim.shared.wire.."
  };

  private static final List<String> FAMILIES =
      List.of("calls", "licenses", "studies", "rooms", "accounts", "meetings", "chat", "webhooks");

  private final String root;
  private final JavaClasses classes;

  private Architecture(String root) {
    this.root = root;
    this.classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
  }

  public static Architecture of(String rootPackage) {
    return new Architecture(rootPackage);
  }

  /** Fails with every violation, and if there is nothing to check: a rename must not disable it. */
  public void check() {
    assertThat(classes.stream().map(JavaClass::getName)).as("classes of %s", root).isNotEmpty();
    keepTechnologiesInAdapters();
    injectTheClock();
    leaveTheEnvironmentToSettings();
    keepFamiliesApart();
    formNoCycles();
  }

  private void keepTechnologiesInAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ADAPTERS)
        .and()
        .haveSimpleNameNotEndingWith("Wiring")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TECHNOLOGIES)
        .because("a package named after a technology is an adapter, everything else is plain Java")
        .allowEmptyShould(true)
        .check(classes);
  }

  private void injectTheClock() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Deployment")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .because("time comes from a Clock that a test can move, which Deployment gives")
        .check(classes);
  }

  private void leaveTheEnvironmentToSettings() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Environment")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .because("functions with different settings share one JVM locally")
        .check(classes);
  }

  private void keepFamiliesApart() {
    String[] others =
        FAMILIES.stream()
            .map(family -> "dev.moim." + family)
            .filter(family -> !root.startsWith(family))
            .map(family -> family + "..")
            .toArray(String[]::new);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("what two families need goes down to shared/, or is an id")
        .check(classes);
  }

  private void formNoCycles() {
    slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }
}
