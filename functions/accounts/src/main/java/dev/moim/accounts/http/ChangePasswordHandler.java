package dev.moim.accounts.http;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.person.Password;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Form;
import dev.moim.shared.people.form.Form.Kind;
import java.util.Optional;

/** {@code POST /api/v1/users/password/change}. */
public final class ChangePasswordHandler extends AccountEndpoint {

  /** Any text: what is no link of ours is refused like one that is used up. */
  private static final Kind<String> TOKEN =
      Kind.of(Optional::of, AccountError.INVALID_LINK.message());

  private final AccountsWiring wiring;

  public ChangePasswordHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public ChangePasswordHandler(AccountsWiring wiring) {
    super(wiring::primeHashing);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Form form = new Form(request.json());
    var token = form.required("token", TOKEN);
    var password = form.required("newPassword", Password.NEW);
    form.check();
    wiring.changePassword().run(token.get(), password.get());
    return message(200, "비밀번호가 변경되었습니다.");
  }
}
