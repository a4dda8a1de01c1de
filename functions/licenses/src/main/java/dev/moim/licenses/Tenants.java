package dev.moim.licenses;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import java.util.Optional;

/**
 * Finds out whose server is asking. The license is read each time, so a disabled one is refused
 * however long its tokens still last.
 */
public final class Tenants {

  private final LicenseTokens tokens;
  private final Licenses licenses;

  public Tenants(LicenseTokens tokens, Licenses licenses) {
    this.tokens = tokens;
    this.licenses = licenses;
  }

  /** The license that a token was issued to, as it is now, disabled or not. */
  public License identify(Optional<String> token) {
    return token
        .flatMap(tokens::bearerOf)
        .flatMap(bearer -> licenses.find(bearer.licenseId()))
        .orElseThrow(() -> new DomainException(LicenseError.INVALID_TOKEN));
  }

  /** As {@link #identify}, but only if it is enabled. */
  public License admit(Optional<String> token) {
    License license = identify(token);
    if (!license.enabled()) {
      throw new DomainException(LicenseError.DISABLED);
    }
    return license;
  }
}
