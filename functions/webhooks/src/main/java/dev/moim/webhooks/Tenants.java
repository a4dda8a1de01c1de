package dev.moim.webhooks;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.webhooks.endpoint.WebhookError;
import java.util.Optional;

/** Finds out whose server is asking, and whether its license is enabled at this moment. */
public final class Tenants {

  private final LicenseTokens tokens;
  private final Licenses licenses;

  Tenants(LicenseTokens tokens, Licenses licenses) {
    this.tokens = tokens;
    this.licenses = licenses;
  }

  public License admit(Optional<String> token) {
    Optional<License> license =
        token.flatMap(tokens::bearerOf).flatMap(bearer -> licenses.find(bearer.licenseId()));
    if (license.isEmpty()) {
      throw new DomainException(WebhookError.INVALID_TOKEN);
    }
    if (!license.get().enabled()) {
      throw new DomainException(WebhookError.DISABLED);
    }
    return license.get();
  }
}
