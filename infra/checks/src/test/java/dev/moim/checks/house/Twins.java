package dev.moim.checks.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Blocks of code that stand twice, letter for letter. */
final class Twins {

  private static final int BLOCK = 6;

  /** Every file has these: imports, blank lines, lone brackets, annotations. */
  private static final Pattern IGNORED =
      Pattern.compile("(import .*|[\\s{}()\\[\\];,]*|@[\\w.]+(\\(.*\\))?)");

  private record Line(int number, String text) {}

  private record Place(MainCode.File file, List<Line> lines, int index) {

    Optional<String> block() {
      int end = index + BLOCK;
      return index < 0 || end > lines.size()
          ? Optional.empty()
          : Optional.of(
              String.join("\n", lines.subList(index, end).stream().map(Line::text).toList()));
    }

    Place plus(int lines) {
      return new Place(file, this.lines, index + lines);
    }

    String from() {
      return file.path() + ":" + lines.get(index).number();
    }
  }

  private Twins() {}

  /** One text a pair, each pair as long as it goes. */
  static List<String> in(List<MainCode.File> files) {
    Map<String, List<Place>> byBlock = new HashMap<>();
    List<String> found = new ArrayList<>();
    for (MainCode.File file : files) {
      List<Line> lines = significant(file);
      for (int i = 0; i + BLOCK <= lines.size(); i++) {
        Place place = new Place(file, lines, i);
        List<Place> same =
            byBlock.computeIfAbsent(place.block().orElseThrow(), block -> new ArrayList<>());
        same.stream()
            .filter(earlier -> !matches(earlier.plus(-1), place.plus(-1)))
            .forEach(earlier -> found.add(describe(earlier, place)));
        same.add(place);
      }
    }
    return found;
  }

  private static boolean matches(Place one, Place other) {
    return one.block().isPresent() && one.block().equals(other.block());
  }

  private static String describe(Place one, Place other) {
    int more = 0;
    while (matches(one.plus(more + 1), other.plus(more + 1))) {
      more++;
    }
    return other.from() + " repeats " + (BLOCK + more) + " lines of " + one.from();
  }

  private static List<Line> significant(MainCode.File file) {
    List<Line> lines = new ArrayList<>();
    List<String> all = file.lines();
    for (int i = 0; i < all.size(); i++) {
      String text = all.get(i).strip();
      if (!IGNORED.matcher(text).matches()) {
        lines.add(new Line(i + 1, text));
      }
    }
    return lines;
  }
}
