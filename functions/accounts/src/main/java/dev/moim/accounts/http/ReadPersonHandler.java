package dev.moim.accounts.http;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.AccountsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.PersonIds;

/** {@code GET /api/v1/users/{userId}}. */
public final class ReadPersonHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public ReadPersonHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public ReadPersonHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
  }

  /** Somebody without a profile is not shown to anybody yet. */
  @Override
  HttpReply answer(HttpRequest request) {
    WhoAsks.profiled(wiring, request);
    return wiring
        .accounts()
        .find(PersonIds.parse(request.pathParameter("userId")))
        .flatMap(new AccountJson(wiring.pictures())::shown)
        .map(HttpReply::ok)
        .orElseThrow(() -> new DomainException(AccountError.USER_NOT_FOUND));
  }
}
