package dev.moim.shared.uploads;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a form in the order they were sent. Clients may send parts that nobody asked for;
 * whoever reads a form takes those it knows.
 */
public record Multipart(List<Part> parts) {

  public Multipart {
    parts = List.copyOf(parts);
  }

  /** The first part of this name, empty or not. */
  public Optional<Part> find(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  /** The first part of this name as text. */
  public Optional<String> text(String name) {
    return find(name).map(Part::text);
  }

  /** The first file of this name; text under it is none, nor is a file that was not chosen. */
  public Optional<byte[]> file(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name) && part.isFile())
        .findFirst()
        .map(Part::bytes);
  }
}
