package dev.moim.studies;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.TrustedOrigins;
import dev.moim.shared.lambda.CookieGuard;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.studies.http.RouteSetup;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.nextauth.SessionCookies;
import java.time.Clock;

/** Puts together what tells who somebody is. */
public final class IdentityWiring {

  private IdentityWiring() {}

  /**
   * @param warmUp see {@link RouteSetup#warmUp}
   */
  public static RouteSetup routes(Deployment deployment, Runnable warmUp) {
    TrustedOrigins trusted = TrustedOrigins.from(deployment.settings());
    return new RouteSetup(identities(deployment), new CookieGuard(trusted), warmUp);
  }

  public static Identities identities(Deployment deployment) {
    Clock clock = deployment.clock();
    var cookieSecret = deployment.secrets().find("NEXTAUTH_SECRET");
    return new Identities(
        new SessionCookies(cookieSecret, clock), new UserTokens(deployment.tokenSecret(), clock));
  }
}
