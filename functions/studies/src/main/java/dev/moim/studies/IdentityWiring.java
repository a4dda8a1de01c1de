package dev.moim.studies;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.jwt.UserTokens;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.nextauth.SessionCookies;
import java.time.Clock;

/** Puts together what tells who somebody is. */
public final class IdentityWiring {

  private IdentityWiring() {}

  public static Identities identities(Deployment deployment) {
    Clock clock = deployment.clock();
    var cookieSecret = deployment.secrets().find("NEXTAUTH_SECRET");
    return new Identities(
        new SessionCookies(cookieSecret, clock), new UserTokens(deployment.tokenSecret(), clock));
  }
}
