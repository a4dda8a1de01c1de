package dev.moim.meetings.search;

import java.time.Instant;
import java.util.List;

/**
 * Which volumes there are.
 *
 * @param edition one more each time it changes
 */
public record Manifest(long edition, List<Volume> volumes) {

  public static final Manifest EMPTY = new Manifest(0, List.of());

  public Manifest {
    volumes = List.copyOf(volumes);
  }

  /**
   * One volume.
   *
   * @param bytes how much room it takes
   * @param half when half of its meetings will be over
   */
  public record Volume(String id, int bytes, Instant half) {}

  List<String> ids() {
    return volumes.stream().map(Volume::id).toList();
  }
}
