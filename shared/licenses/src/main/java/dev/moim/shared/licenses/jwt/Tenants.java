package dev.moim.shared.licenses.jwt;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out whose server is asking. The license is read each time, so a disabled one is refused
 * however long its tokens still last.
 */
public final class Tenants {

  /**
   * How a family refuses.
   *
   * @param unknown whoever has no token, or one that is none
   * @param disabled whose license is disabled
   */
  public record Refusals(Supplier<DomainException> unknown, Supplier<DomainException> disabled) {}

  private final LicenseTokens tokens;
  private final Licenses licenses;
  private final Refusals refusals;

  public Tenants(LicenseTokens tokens, Licenses licenses, Refusals refusals) {
    this.tokens = tokens;
    this.licenses = licenses;
    this.refusals = refusals;
  }

  /** The license that a token was issued to, as it is now, disabled or not. */
  public License identify(Optional<String> token) {
    return token
        .flatMap(tokens::bearerOf)
        .flatMap(bearer -> licenses.find(bearer.licenseId()))
        .orElseThrow(refusals.unknown);
  }

  /** As {@link #identify}, but only if it is enabled. */
  public License admit(Optional<String> token) {
    License license = identify(token);
    if (!license.enabled()) {
      throw refusals.disabled.get();
    }
    return license;
  }
}
