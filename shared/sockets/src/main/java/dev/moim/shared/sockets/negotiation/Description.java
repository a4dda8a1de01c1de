package dev.moim.shared.sockets.negotiation;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a session description to relay it, and the candidates that belong to it,
 * in order.
 *
 * @param origin whose it is and how new; empty if its {@code o=} line cannot be read, and then it
 *     is never taken for an old one
 * @param ufrags the ICE user names ({@code a=ice-ufrag}, RFC 8839) its candidates may carry
 */
public record Description(Optional<Origin> origin, Set<String> ufrags) {

  /**
   * The {@code o=} line of a description (RFC 8866, section 5.2).
   *
   * @param session the user name and session id: one for each {@code RTCPeerConnection}
   * @param version grows with each description of the session
   */
  public record Origin(String session, long version) {

    /** Whether another description of the session was made before. */
    boolean isAfter(Origin other) {
      return session.equals(other.session) && version > other.version;
    }

    /**
     * Whether it is certain that the session has no description before this one: browsers count
     * from 2, Firefox from 0.
     */
    boolean isFirst() {
      return version == (session.startsWith("mozilla") ? 0 : 2);
    }
  }

  private static final Pattern ORIGIN =
      Pattern.compile("^o=(\\S{1,64} \\d{1,20}) (\\d{1,18}) ", Pattern.MULTILINE);
  private static final Pattern UFRAG =
      Pattern.compile("^a=ice-ufrag:(\\S{1,256})\\s*$", Pattern.MULTILINE);

  public Description {
    ufrags = Set.copyOf(ufrags);
  }

  /**
   * @param value as clients send one: {@code {type, sdp}}, or the SDP's text alone
   */
  public static Description of(@Nullable Object value) {
    Object text = value instanceof Map<?, ?> object ? object.get("sdp") : value;
    return text instanceof String sdp ? read(sdp) : new Description(Optional.empty(), Set.of());
  }

  private static Description read(String sdp) {
    Matcher origin = ORIGIN.matcher(sdp);
    Set<String> ufrags = new HashSet<>();
    Matcher ufrag = UFRAG.matcher(sdp);
    while (ufrag.find() && ufrags.size() < Negotiation.MAX_UFRAGS) {
      ufrags.add(ufrag.group(1));
    }
    return new Description(
        origin.find()
            ? Optional.of(new Origin(origin.group(1), Long.parseLong(origin.group(2))))
            : Optional.empty(),
        ufrags);
  }
}
