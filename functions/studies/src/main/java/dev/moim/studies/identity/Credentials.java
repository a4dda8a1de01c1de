package dev.moim.studies.identity;

import java.util.Map;
import java.util.Optional;

/**
 * What a request shows to prove who sends it.
 *
 * @param bearer the token of its {@code Authorization} header, or of its address
 * @param cookies their values by their names
 */
public record Credentials(Optional<String> bearer, Map<String, String> cookies) {

  public Credentials {
    cookies = Map.copyOf(cookies);
  }
}
