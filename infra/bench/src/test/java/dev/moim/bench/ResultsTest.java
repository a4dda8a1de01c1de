package dev.moim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  @TempDir private Path folder;

  private record Named(String name) implements Bench {
    @Override
    public String about() {
      return "";
    }

    @Override
    public List<Row> run(Consumer<String> progress) {
      return List.of();
    }
  }

  @Test
  void eachBenchKeepsItsLastRun() throws Exception {
    new Results(folder).add(new Named("one"), List.of(new Row("a", 1, "ms", "b", 4)));
    new Results(folder).add(new Named("two"), List.of(Row.alone("c", 7.5, "MB")));
    new Results(folder).add(new Named("one"), List.of(new Row("a", 2, "ms", "b", 4)));

    String text = Files.readString(folder.resolve("RESULTS.md"));
    assertThat(text)
        .contains("## one", "## two", Results.machine())
        .contains("| a | 2.00 | ms | b | 4.00 | 0.50 |", "| c | 7.50 | MB |  |  |  |")
        .doesNotContain("| a | 1.00");
    assertThat(folder.resolve("results.json")).content().contains("\"ratio\" : 0.5");
  }

  @Test
  void aBarIsAsLongAsItsPartOfTheLargest() {
    String chart = Results.chart(List.of(new Row("ours", 10, "ms", "theirs", 40)));
    assertThat(chart.lines().map(line -> line.chars().filter(it -> it == '█').count()))
        .containsExactly(10L, 40L);
  }

  @Test
  void namesTellBenchesApart() {
    List<String> names = BenchCommand.all(Path.of("")).stream().map(Bench::name).toList();
    assertThat(names).doesNotHaveDuplicates().contains("cold", "first", "posts");
  }

  @Test
  void oneDisturbedRunDoesNotMoveTheMedian() {
    assertThat(Median.of(DoubleStream.of(3, 1_000, 2))).isEqualTo(3);
    assertThat(Median.of(DoubleStream.of(4, 2))).isEqualTo(3);
  }
}
