package dev.moim.studies;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.dynamodb.DynamoMirrors;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.licenses.jwt.Tenants;
import dev.moim.shared.licenses.jwt.Tenants.Refusals;
import dev.moim.studies.mirror.MirrorStudies;

/** Puts together what servers need that keep studies themselves. */
public final class MirrorWiring {

  private static final String NOBODY = "-";

  private final Deployment deployment;
  private final Licenses licenses;

  public MirrorWiring(Deployment deployment) {
    this.deployment = deployment;
    licenses =
        new DynamoLicenses(
            deployment.dynamo(),
            deployment.settings().require("LICENSES_TABLE"),
            RateLimits.from(deployment.settings()),
            deployment.clock());
  }

  public Tenants tenants() {
    return new Tenants(
        new LicenseTokens(deployment.tokenSecret(), deployment.clock()),
        licenses,
        new Refusals(
            () -> new DomainException(StudyError.AUTH_REQUIRED),
            () -> new DomainException(StudyError.PERMISSION_DENIED, "사용이 중지된 라이선스입니다.")));
  }

  public MirrorStudies mirrorStudies() {
    String table = deployment.settings().require("GROUPS_TABLE");
    return new MirrorStudies(new DynamoMirrors(deployment.dynamo(), table), deployment.clock());
  }

  /** Loads what the first request would, by looking for a license that is not there. */
  public void prime() {
    licenses.find(NOBODY);
  }
}
