package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** cfn-lint has nothing to say about any template, with no rule turned off. */
class LintTest {

  private static final List<String> VERSIONS =
      List.of(
          "-c",
          "from importlib.metadata import version as v;"
              + " print('cfn-lint', v('cfn-lint'), 'with translator', v('aws-sam-translator'))");

  @Test
  void everyTemplateIsClean() {
    assertClean(Python::run, List.of());
  }

  /**
   * A rule that is new tells us before AWS does. The one about circles looks at templates as they
   * are written, where a stage and its API are one; {@link CreationOrderTest} looks at what SAM
   * makes of them.
   */
  @Test
  void everyTemplateIsCleanForTheNewestLinterToo() {
    assertClean(Python::runNewest, List.of("--ignore-checks", "E3004"));
  }

  private static void assertClean(
      Function<List<String>, Python.Run> python, List<String> exceptions) {
    System.out.print(python.apply(VERSIONS).output());
    List<String> command =
        new ArrayList<>(
            List.of(
                "-c",
                "from cfnlint.runner import main; main()",
                "--non-zero-exit-code",
                "informational",
                "--include-checks",
                "I"));
    command.addAll(exceptions);
    command.add("--");
    command.addAll(Repository.templates());
    command.add("infra/pipeline/role.yaml");
    Python.Run lint = python.apply(command);
    assertThat(lint.output()).as("what cfn-lint says").isBlank();
    assertThat(lint.exitCode()).isZero();
  }

  @Test
  void noTemplateSilencesARule() {
    assertThat(Repository.templates())
        .allSatisfy(path -> assertThat(Repository.text(path)).doesNotContain("cfn-lint"));
  }
}
