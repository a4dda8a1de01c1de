package dev.moim.accounts;

import dev.moim.accounts.dynamodb.DynamoKakaoAccounts;
import dev.moim.accounts.dynamodb.DynamoLimits;
import dev.moim.accounts.login.OpenSession;
import dev.moim.accounts.social.Attempt;
import dev.moim.accounts.social.Attempts;
import dev.moim.accounts.social.BeginKakaoLogin;
import dev.moim.accounts.social.Kakao;
import dev.moim.accounts.social.KakaoLogIn;
import dev.moim.accounts.social.ReturnFromKakao;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.people.PersonIds;
import java.util.Optional;
import java.util.function.Supplier;

/** The part of the family in which people log in elsewhere. */
public final class SocialWiring {

  private final Deployment deployment;
  private final Supplier<Kakao> kakao;
  private final OpenSession sessions;

  SocialWiring(Deployment deployment, Supplier<Kakao> kakao, OpenSession sessions) {
    this.deployment = deployment;
    this.kakao = kakao;
    this.sessions = sessions;
  }

  public BeginKakaoLogin begin() {
    return new BeginKakaoLogin(attempts(), kakao.get());
  }

  public ReturnFromKakao comeBack() {
    return new ReturnFromKakao(attempts(), isStateless());
  }

  public KakaoLogIn logIn() {
    String table = deployment.settings().require("ACCOUNTS_TABLE");
    var parts =
        new KakaoLogIn.Parts(
            kakao.get(),
            new DynamoKakaoAccounts(deployment.dynamo(), table, deployment.clock()),
            attempts(),
            DynamoLimits.of(deployment),
            isStateless());
    return new KakaoLogIn(parts, new PersonIds(deployment.clock()), sessions);
  }

  /** Loads what comes after the limit of logins, at which rehearsed requests end. */
  public void prime() {
    Rehearsal.run(() -> attempts().hasBrought(new Attempt("-", Optional.of("-")), "-"));
  }

  private Attempts attempts() {
    return new Attempts(deployment.tokenSecret(), deployment.clock());
  }

  /** The document's clients send people to Kakao themselves. */
  private boolean isStateless() {
    return deployment.settings().find("ACCESS").filter("documented"::equals).isPresent();
  }
}
