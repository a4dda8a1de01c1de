package dev.moim.meetings.search;

import dev.moim.meetings.search.Manifest.Volume;
import java.util.List;

/** Makes volumes of listings. */
public interface Bindery {

  /**
   * Writes listings into as few volumes as they fit into. Nobody sees them before they are in the
   * manifest. One request for each.
   */
  List<Volume> bind(List<Listing> listings);

  /**
   * Replaces the manifest if it is still this one. One request.
   *
   * @return whether it was
   */
  boolean publish(Manifest before, List<Volume> after);

  /** Deletes fresh listings that are in volumes now. One request for 25. */
  void clear(List<Listing> fresh);

  /** Deletes volumes some time later: those who have an older manifest may still want them. */
  void discard(List<Volume> volumes);
}
