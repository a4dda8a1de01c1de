package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.person.Account;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

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
    Account account = WhoAsks.account(wiring, request);
    return HttpReply.ok(
            new AccountJson(wiring.pictures())
                .export(
                    account,
                    wiring.groups().ofUser(Long.toString(account.id())),
                    wiring.chats().of(account.id())))
        .with("content-disposition", "attachment; filename=\"moim.json\"");
  }
}
