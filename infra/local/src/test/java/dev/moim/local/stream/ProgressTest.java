package dev.moim.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a shard is dealt with, and how that is kept. */
class ProgressTest {

  private final List<String> checkpoints = new ArrayList<>();
  private final Progress progress = new Progress(checkpoints::add);

  @Test
  void neverPassesARecordThatIsStillOpen() {
    List.of("1", "2", "3", "4").forEach(progress::read);
    progress.done(List.of("2", "3"));
    assertThat(checkpoints).isEmpty();
    progress.done(List.of("1"));
    assertThat(checkpoints).containsExactly("3");
    progress.done(List.of("1", "2")); // they came again
    assertThat(checkpoints).containsExactly("3");
    progress.done(List.of("4"));
    assertThat(checkpoints).containsExactly("3", "4");
  }

  @Test
  void isKeptInItsFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("streams.json");
    Checkpoints kept = Checkpoints.in(file);
    assertThat(kept.of("Index shard-1")).isEmpty();
    kept.set("Index shard-1", "7");
    kept.set("Bell shard-1", "");
    kept.set("Index shard-1", "8");
    Checkpoints again = Checkpoints.in(file);
    assertThat(again.of("Index shard-1")).contains("8");
    assertThat(again.of("Bell shard-1")).contains("");
    Files.writeString(file, "{\"Index sha");
    assertThat(Checkpoints.in(file).of("Index shard-1")).isEmpty();
  }
}
