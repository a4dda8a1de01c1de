package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.login.LoggedIn;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Password;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /api/v1/users/login}. */
public final class LogInHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public LogInHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public LogInHandler(AccountsWiring wiring) {
    super(wiring::primeLogIn);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Form form = new Form(request.json());
    var email = form.required("email", Email.KIND);
    var password = form.required("password", Password.ANY);
    form.check();
    LoggedIn in = wiring.logIn().run(email.get(), password.get(), request.source());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("userId", Long.toString(in.userId()));
    body.put("accessToken", in.access());
    return RefreshCookie.with(HttpReply.ok(body), request, in.refresh());
  }
}
