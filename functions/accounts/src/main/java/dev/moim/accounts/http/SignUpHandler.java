package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.letter.Language;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Form;

/** {@code POST /api/v1/users/signup}. */
public final class SignUpHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public SignUpHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public SignUpHandler(AccountsWiring wiring) {
    super(wiring::primeSignUp);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Form form = new Form(request.json());
    var email = form.required("email", Email.KIND);
    var password = form.required("password", Password.NEW);
    var nickname = form.required("nickname", Nickname.KIND);
    var phone = form.required("phone", "phoneNumber", PhoneNumber.KIND);
    form.check();
    Names names = new Names(email.get(), nickname.get(), phone.get());
    wiring
        .signUp(Language.of(request.header("accept-language").orElse("")))
        .run(names, password.get(), request.source());
    return message(201, "입력하신 이메일로 인증 코드가 발송되었습니다.");
  }
}
