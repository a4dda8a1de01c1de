package dev.moim.studies.mirror;

import dev.moim.shared.groups.Mirrors.Tenant;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.studies.StudyError;
import java.util.Optional;

/** Finds out whose server is asking. The license is read each time: it may be disabled by now. */
public record Tenants(LicenseTokens tokens, Licenses licenses) {

  /**
   * @throws DomainException {@link StudyError#AUTH_REQUIRED}, {@link StudyError#PERMISSION_DENIED}
   *     for a license that is disabled
   */
  public Tenant admit(Optional<String> token) {
    License license =
        token
            .flatMap(tokens::bearerOf)
            .flatMap(bearer -> licenses.find(bearer.licenseId()))
            .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
    if (!license.enabled()) {
      throw new DomainException(StudyError.PERMISSION_DENIED, "사용이 중지된 라이선스입니다.");
    }
    return new Tenant(license.id());
  }
}
