package dev.moim.shared.aws;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;

/**
 * Where a service is, without the SDK's rules, which know every partition, FIPS and dual stack, and
 * are a tenth of a cold start.
 */
final class StaticEndpoints {

  /** Regions whose services are all called alike. */
  private static final Pattern USUAL =
      Pattern.compile("(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\\d|us-gov-[a-z]+-\\d");

  private StaticEndpoints() {}

  /** Whether the region's services are where {@link #of} says. */
  static boolean know(String region) {
    return USUAL.matcher(region).matches();
  }

  /**
   * @param service as in its host name
   * @param override another address, if it is set
   */
  static CompletableFuture<Endpoint> of(String service, Region region, @Nullable String override) {
    String address =
        Optional.ofNullable(override)
            .orElseGet(() -> "https://" + service + "." + region.id() + ".amazonaws.com");
    return CompletableFuture.completedFuture(Endpoint.builder().url(URI.create(address)).build());
  }
}
