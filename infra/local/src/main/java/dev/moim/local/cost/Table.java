package dev.moim.local.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Comma-separated values with a line of names, and lines of remarks that begin with a number sign.
 */
record Table(String remarks, List<List<String>> rows) {

  static Table read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      String remarks =
          String.join(
              " ", lines.stream().filter(Table::isRemark).map(it -> it.substring(2)).toList());
      return new Table(
          remarks,
          lines.stream()
              .filter(line -> !isRemark(line) && !line.isBlank())
              .skip(1)
              .map(line -> List.of(line.split(",")))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRemark(String line) {
    return line.startsWith("# ");
  }
}
