package dev.moim.shared.kernel;

/**
 * Where somebody looks from, as their software and the edge say: good for a list of sessions, proof
 * of nothing. It is stored with every seat, so each text is cut to {@link #MAX_BYTES}.
 *
 * @param platform such as {@code Chrome 87.0.4280.88 on OS X 11.1.0 64-bit}; "" if unknown
 * @param location such as {@code Yangcheon-gu, South Korea}; "" if unknown
 */
public record Viewer(String platform, String location) {

  /** Of each of the two texts, in UTF-8. */
  public static final int MAX_BYTES = 60;

  public static final Viewer UNKNOWN = new Viewer("", "");

  public Viewer {
    platform = Utf8.cut(platform, MAX_BYTES);
    location = Utf8.cut(location, MAX_BYTES);
  }
}
