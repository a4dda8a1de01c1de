package dev.moim.meetings.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where listings are kept: most in volumes that never change, the newest one by one. */
public interface Shelves {

  /**
   * Everything there is.
   *
   * @param fresh what is in no volume yet; it counts more than what volumes say
   */
  record Contents(Manifest manifest, List<Listing> fresh) {
    public Contents {
      fresh = List.copyOf(fresh);
    }
  }

  /** Adds a listing, whether it is there or not. One request. */
  void add(Listing listing);

  /** One request for each 1 MB of fresh listings. The answer is the latest. */
  Contents contents();

  /** What these volumes hold. One request for each 16 MB. */
  Map<String, List<Listing>> volumes(Collection<String> ids);
}
