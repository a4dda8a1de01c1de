package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.person.Account;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Member;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    List<Member> groups = wiring.groups().ofUser(Long.toString(account.id()));
    Map<String, @Nullable Object> json =
        new LinkedHashMap<>(new AccountJson(wiring.pictures()).export(account));
    json.putAll(GroupsJson.export(groups, wiring.doings().of(account.id(), groups)));
    json.put("chat", ChatsJson.export(wiring.chats().of(account.id())));
    return HttpReply.ok(json).with("content-disposition", "attachment; filename=\"moim.json\"");
  }
}
