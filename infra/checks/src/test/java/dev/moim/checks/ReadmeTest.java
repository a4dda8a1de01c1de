package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README sends people to files; they must be there. */
@Tag("routes")
class ReadmeTest {

  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern PATH =
      Pattern.compile("(functions|shared|infra|events|web)/[\\w<>./-]*|[\\w-]+\\.yaml");

  /** The example of the steps: whoever follows them writes these. */
  private static final Pattern EXAMPLE = Pattern.compile("(?i)raiseHand");

  private final String readme = Repository.text("README.md");
  private final Todo todo = new Todo();

  @Test
  void everyPathExists() {
    List<String> paths =
        Stream.concat(
                CODE.matcher(readme).results().map(found -> found.group(1)),
                map().stream().flatMap(line -> Stream.of(line.split(",? +"))))
            .flatMap(text -> PATH.matcher(text).results().filter(found -> isAll(found, text)))
            .map(MatchResult::group)
            .toList();
    assertThat(paths).hasSizeGreaterThan(30);
    new TreeSet<>(paths).forEach(this::addUnlessThere);
    todo.assertNothingLeft();
  }

  @Test
  void theMapLeavesNoModuleOut() {
    Path root = Repository.ROOT;
    List<String> modules =
        Pattern.compile("<module>(.*)</module>")
            .matcher(Repository.text("pom.xml"))
            .results()
            .map(found -> found.group(1))
            .filter(module -> !module.startsWith("functions/"))
            .toList();
    List<String> onTheMap = map().stream().map(line -> line.replaceFirst(" .*", "")).toList();
    todo.addMissing(modules, onTheMap, name -> "README.md, \"Map\", has no line for " + name);
    modules.stream()
        .filter(module -> !Files.exists(root.resolve(module).resolve("RATIONALE.md")))
        .forEach(module -> todo.add(module + " has no RATIONALE.md, which README.md promises"));
    for (Family family : Family.all()) {
      if (!readme.contains("| `functions/" + family.name() + "` |")) {
        todo.add("README.md, \"What it serves\", has no row for functions/" + family.name());
      }
    }
    todo.assertNothingLeft();
  }

  private void addUnlessThere(String path) {
    boolean example = EXAMPLE.matcher(path).find();
    String there = example ? path.substring(0, path.lastIndexOf('/')) : path;
    List<String> all =
        there.contains("<family>")
            ? Family.all().stream().map(it -> there.replace("<family>", it.name())).toList()
            : List.of(there);
    all.stream()
        .filter(name -> !Files.exists(Repository.file(name)))
        .forEach(name -> todo.add("README.md names " + path + ", and there is no " + name));
  }

  /** A path, not a part of something else such as a URL or a command. */
  private static boolean isAll(MatchResult found, String text) {
    return found.start() == 0 && found.end() == text.length();
  }

  /** The lines of the block under "Map". */
  private List<String> map() {
    String after = readme.substring(readme.indexOf("## Map"));
    return after.split("```")[1].strip().lines().toList();
  }
}
