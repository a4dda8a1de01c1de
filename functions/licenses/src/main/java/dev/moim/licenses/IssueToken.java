package dev.moim.licenses;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Action;
import dev.moim.shared.licenses.Licenses.Admission.Admitted;
import dev.moim.shared.licenses.Licenses.Admission.Disabled;
import dev.moim.shared.licenses.Licenses.Admission.TooSoon;
import dev.moim.shared.licenses.Licenses.Admission.WrongKey;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import java.time.Duration;

/** Exchanges a license's keys for a token. */
public final class IssueToken {

  private static final int DEFAULT_MINUTES = 60;
  private static final int MAX_MINUTES = 7 * 24 * 60;

  private final Licenses licenses;
  private final LicenseTokens tokens;

  public IssueToken(Licenses licenses, LicenseTokens tokens) {
    this.licenses = licenses;
    this.tokens = tokens;
  }

  public String issue(Fields request) {
    String accessKey = request.text("accessKey");
    String secretKey = request.text("secretKey");
    int minutes = request.optionalInt("expires", 1, MAX_MINUTES).orElse(DEFAULT_MINUTES);
    boolean owner = request.optionalFlag("isOwner").orElse(false);
    return switch (licenses.admit(accessKey, Action.AUTH, secretKey)) {
      case Admitted(License license) -> sign(license, owner, Duration.ofMinutes(minutes));
      case WrongKey() -> throw new DomainException(LicenseError.WRONG_KEYS);
      case Disabled() -> throw new DomainException(LicenseError.DISABLED);
      case TooSoon(Duration wait) ->
          throw DomainException.retryAfter(LicenseError.TOO_MANY_REQUESTS, wait);
    };
  }

  private String sign(License license, boolean owner, Duration life) {
    return owner ? tokens.issueToOwner(license, life) : tokens.issue(license, life);
  }
}
