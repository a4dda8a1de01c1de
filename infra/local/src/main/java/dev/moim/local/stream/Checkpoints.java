package dev.moim.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far each function has read each shard. Kept beside the tables: a runtime that starts again
 * neither forgets what was waiting nor repeats what was done.
 */
public final class Checkpoints {

  private final Optional<Path> file;
  private final Map<String, String> numbers = new TreeMap<>();

  private Checkpoints(Optional<Path> file) {
    this.file = file;
  }

  /** For tables that are in memory too. */
  public static Checkpoints inMemory() {
    return new Checkpoints(Optional.empty());
  }

  /** A file that cannot be read counts as none: events come again rather than never. */
  public static Checkpoints in(Path file) {
    Checkpoints checkpoints = new Checkpoints(Optional.of(file));
    if (Files.exists(file)) {
      try {
        Json.parse(Files.readString(file))
            .map(JsonNode::properties)
            .ifPresent(all ->
                all.forEach(it -> checkpoints.numbers.put(it.getKey(), it.getValue().asText())));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return checkpoints;
  }

  /** The sequence number of the last record that was dealt with; empty text if that is none. */
  synchronized Optional<String> of(String reader) {
    return Optional.ofNullable(numbers.get(reader));
  }

  /** Whether any of the readers whose names begin so has noted anything. */
  synchronized boolean knowsAny(String readers) {
    return numbers.keySet().stream().anyMatch(reader -> reader.startsWith(readers));
  }

  synchronized void set(String reader, String number) {
    numbers.put(reader, number);
    file.ifPresent(this::write);
  }

  private void write(Path to) {
    try {
      Path fresh = to.resolveSibling(to.getFileName() + ".new");
      Files.write(fresh, Json.bytes(numbers));
      Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + to, e);
    }
  }
}
