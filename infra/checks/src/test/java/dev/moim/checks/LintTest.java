package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** cfn-lint has nothing to say about any template, with no rule turned off. */
class LintTest {

  @Test
  void everyTemplateIsClean() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-c",
                "from cfnlint.runner import main; main()",
                "--non-zero-exit-code",
                "informational",
                "--include-checks",
                "I",
                "--"));
    command.addAll(Repository.templates());
    command.add("infra/pipeline/role.yaml");
    Python.Run lint = Python.run(command);
    assertThat(lint.output()).as("what cfn-lint says").isBlank();
    assertThat(lint.exitCode()).isZero();
  }

  @Test
  void noTemplateSilencesARule() {
    assertThat(Repository.templates())
        .allSatisfy(path -> assertThat(Repository.text(path)).doesNotContain("cfn-lint"));
  }
}
