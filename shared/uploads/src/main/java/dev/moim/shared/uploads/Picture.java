package dev.moim.shared.uploads;

import java.util.Map;
import java.util.Objects;

/** A picture that is fit to be shown to others, in every {@link PictureSize}. */
public record Picture(Map<PictureSize, Rendition> renditions) {

  /**
   * @throws IllegalArgumentException if a size is missing
   */
  public Picture {
    renditions = Map.copyOf(renditions);
    for (PictureSize size : PictureSize.values()) {
      if (!renditions.containsKey(size)) {
        throw new IllegalArgumentException("no " + size);
      }
    }
  }

  public Rendition in(PictureSize size) {
    return Objects.requireNonNull(renditions.get(size));
  }
}
