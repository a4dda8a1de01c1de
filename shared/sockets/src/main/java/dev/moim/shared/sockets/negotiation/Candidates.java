package dev.moim.shared.sockets.negotiation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of one or more ICE candidates to relay them after their description.
 *
 * @param ufrags the ICE user names of the descriptions they belong to; none if they do not say, as
 *     the end of candidates ({@code null}) does not
 */
public record Candidates(Set<String> ufrags) {

  /** RFC 8839, section 5.1: an extension of the candidate's line. */
  private static final Pattern UFRAG = Pattern.compile(" ufrag (\\S{1,256})");

  public Candidates {
    ufrags = Set.copyOf(ufrags);
  }

  /**
   * @param value as clients send them: an {@code RTCIceCandidate}'s JSON, its line alone, a list of
   *     either, or null
   */
  public static Candidates of(@Nullable Object value) {
    Set<String> ufrags = new HashSet<>();
    collect(value, ufrags);
    return new Candidates(ufrags);
  }

  private static void collect(@Nullable Object value, Set<String> ufrags) {
    switch (value) {
      case List<?> batch -> batch.forEach(each -> collectOne(each, ufrags));
      case null, default -> collectOne(value, ufrags);
    }
  }

  private static void collectOne(@Nullable Object value, Set<String> ufrags) {
    Object line = value;
    if (value instanceof Map<?, ?> candidate) {
      if (candidate.get("usernameFragment") instanceof String named && !named.isEmpty()) {
        ufrags.add(named);
        return;
      }
      line = candidate.get("candidate");
    }
    if (line instanceof String text) {
      Matcher ufrag = UFRAG.matcher(text);
      if (ufrag.find()) {
        ufrags.add(ufrag.group(1));
      }
    }
  }
}
