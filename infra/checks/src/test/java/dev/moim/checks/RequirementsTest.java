package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./moim test} installs what tests need of Python unless all of it is there. */
class RequirementsTest {

  @TempDir Path folder;
  private Path python;
  private Path requirements;

  /** A Python that has two packages, and nothing of what this machine's has. */
  @BeforeEach
  void setUp() throws Exception {
    Files.createDirectories(folder.resolve("has"));
    for (String name : new String[] {"cfn_lint", "standardwebhooks"}) {
      Path info = Files.createDirectory(folder.resolve("has/" + name + "-1.0.dist-info"));
      Files.writeString(info.resolve("METADATA"), "Name: " + name + "\nVersion: 1.0\n");
    }
    python = folder.resolve("python");
    String command = "#!/bin/sh\nPYTHONPATH='%s' exec python3 -S \"$@\"\n";
    Files.writeString(python, command.formatted(folder.resolve("has")));
    assertThat(python.toFile().setExecutable(true)).isTrue();
    requirements = folder.resolve("requirements.txt");
  }

  @Test
  void whatIsThereIsFoundByAnyOfItsVersions() throws Exception {
    assertThat(has("# A comment.\ncfn-lint==2.0\n\nstandardwebhooks==1.0\n")).isTrue();
  }

  @Test
  void onePackageThatIsNotThereIsMissed() throws Exception {
    assertThat(has("cfn-lint==1.0\nno-such-package==1.0\n")).isFalse();
    assertThat(has("no-such-package==1.0\ncfn-lint==1.0\n")).isFalse();
  }

  @Test
  void aPythonThatIsNotThereHasNothing() throws Exception {
    Files.delete(python);

    assertThat(has("# Nothing.\n")).isFalse();
  }

  private boolean has(String wanted) throws Exception {
    Files.writeString(requirements, wanted);
    String script = ". infra/bin/requirements; has_requirements \"$1\" \"$2\"";
    Process asked =
        new ProcessBuilder("sh", "-c", script, "sh", python.toString(), requirements.toString())
            .directory(Repository.ROOT.toFile())
            .start();
    return asked.waitFor() == 0;
  }
}
