package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.template.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The template is the table of contents: every handler class stands in it once, and nothing else.
 */
@Tag("routes")
class HandlersTest {

  private static final Pattern CONCRETE_CLASS = Pattern.compile("(?m)^public (final )?class ");

  @Test
  void everyHandlerClassIsOneFunctionAndTheOtherWayRound() {
    for (Family family : Family.all()) {
      assertThat(family.functions())
          .as("functions of %s", family.name())
          .extracting(Function::handler)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(handlerClasses(family));
    }
  }

  private static List<String> handlerClasses(Family family) {
    Path sources = Repository.file("functions/" + family.name() + "/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith("Handler.java"))
          .filter(file -> CONCRETE_CLASS.matcher(Repository.text(file.toString())).find())
          .map(file -> sources.relativize(file).toString())
          .map(file -> file.replace(".java", "").replace('/', '.'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
