package dev.moim.shared.media;

import java.util.function.Supplier;

/**
 * What a deployment has for group media.
 *
 * @param connection to the server; made when first asked for, since most requests do without
 * @param clientUrl where clients connect to, {@code ws://…} or {@code wss://…} without a slash at
 *     its end
 */
public record Media(Supplier<MediaServer> connection, MediaTokens tokens, String clientUrl) {

  public MediaServer server() {
    return connection.get();
  }
}
