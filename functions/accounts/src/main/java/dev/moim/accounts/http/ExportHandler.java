package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.person.Account;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.jwt.Callers.Caller;

/** {@code GET /api/v1/users/me/export}. */
public final class ExportHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public ExportHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public ExportHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Caller caller = wiring.callers().of(request.bearer());
    Account account = wiring.knownCaller().read(caller.id(), caller.session());
    return HttpReply.ok(new AccountJson(wiring.pictures()).export(account))
        .with("content-disposition", "attachment; filename=\"moim.json\"");
  }
}
