package dev.moim.checks;

import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where things are in this repository. */
public final class Repository {

  static final Path ROOT = RootTemplate.folder();

  private Repository() {}

  public static Path file(String path) {
    return ROOT.resolve(path);
  }

  public static String text(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static final String FRONT_DOOR = "infra/frontdoor/template.yaml";

  /** The root template, each family's and the front door's, relative to the root. */
  static List<String> templates() {
    Stream<String> families =
        list("functions")
            .map(family -> "functions/" + family + "/template.yaml")
            .filter(template -> Files.exists(file(template)));
    return Stream.of(Stream.of("template.yaml"), families, Stream.of(FRONT_DOOR))
        .flatMap(paths -> paths)
        .toList();
  }

  /** The names in a directory, in order. */
  public static Stream<String> list(String directory) {
    try (Stream<Path> entries = Files.list(file(directory))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A resource of a template as it is written, or nothing. */
  static String resource(String template, String logicalId) {
    Matcher found =
        Pattern.compile("(?ms)^  " + logicalId + ":.*?(?=^  \\w+:|^\\w+:|\\z)")
            .matcher(text(template));
    return found.find() ? found.group() : "";
  }
}
