package dev.moim.meetings.search;

import dev.moim.meetings.search.Manifest.Volume;
import dev.moim.meetings.search.Shelves.Contents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts fresh listings into volumes, so that a search has little to ask for. A volume that is not
 * full, or of which most is over, is bound anew together with them.
 */
public final class BindVolumes {

  /** How many fresh listings are worth it: they are read with every search. */
  static final int ENOUGH = 200;

  /** Below this many bytes a volume takes more in. */
  static final int HALF_FULL = 150_000;

  /** How many volumes one run binds anew. */
  private static final int MOST = 4;

  private final Shelves shelves;
  private final Bindery bindery;
  private final Clock clock;

  public BindVolumes(Shelves shelves, Bindery bindery, Clock clock) {
    this.shelves = shelves;
    this.bindery = bindery;
    this.clock = clock;
  }

  /** One run; two at once do no harm, the second one has worked for nothing. */
  public void run() {
    Contents contents = shelves.contents();
    List<Volume> worn = worn(contents.manifest());
    if (contents.fresh().size() < ENOUGH && worn.isEmpty()) {
      return;
    }
    List<Volume> old = contents.fresh().isEmpty() ? worn : withOpen(contents.manifest(), worn);
    List<List<Listing>> all = new ArrayList<>(shelves.volumes(ids(old)).values());
    all.add(contents.fresh());
    List<Volume> volumes = new ArrayList<>(contents.manifest().volumes());
    volumes.removeAll(old);
    volumes.addAll(bindery.bind(current(all)));
    if (bindery.publish(contents.manifest(), volumes)) {
      bindery.clear(contents.fresh());
      bindery.discard(old);
    }
  }

  private List<Volume> worn(Manifest manifest) {
    Instant now = clock.instant();
    return manifest.volumes().stream()
        .filter(volume -> volume.half().isBefore(now))
        .limit(MOST)
        .toList();
  }

  private static List<Volume> withOpen(Manifest manifest, List<Volume> worn) {
    List<Volume> old = new ArrayList<>(worn);
    manifest.volumes().stream()
        .filter(volume -> volume.bytes() < HALF_FULL && !worn.contains(volume))
        .limit(MOST)
        .forEach(old::add);
    return old;
  }

  private static List<String> ids(List<Volume> volumes) {
    return volumes.stream().map(Volume::id).toList();
  }

  /**
   * Without what is over. A meeting that is gone stays until then: an older volume may know it
   * differently.
   */
  private List<Listing> current(List<List<Listing>> all) {
    Instant now = clock.instant();
    return Catalogue.latest(all).values().stream()
        .filter(listing -> listing.at().isAfter(now))
        .toList();
  }
}
