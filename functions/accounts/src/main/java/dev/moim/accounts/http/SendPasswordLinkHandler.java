package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.letter.Language;
import dev.moim.accounts.person.Email;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Form;

/** {@code POST /api/v1/users/password/change/link-send}. */
public final class SendPasswordLinkHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public SendPasswordLinkHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public SendPasswordLinkHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Form form = new Form(request.json());
    var email = form.required("email", Email.KIND);
    form.check();
    wiring
        .sendPasswordLink(Language.of(request.header("accept-language").orElse("")))
        .run(email.get());
    return message(200, "비밀번호 변경 링크를 이메일로 전송하였습니다.");
  }
}
