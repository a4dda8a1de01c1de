package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.accounts.profile.Change;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Form;
import dev.moim.shared.uploads.Multipart;
import dev.moim.shared.uploads.http.MultipartReader;
import java.util.Optional;

/** {@code PUT /api/v1/users/me}: a form with {@code updateRequest} and {@code profileImage}. */
public final class UpdateSelfHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public UpdateSelfHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public UpdateSelfHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Account account = WhoAsks.profiled(wiring, request);
    Multipart form = MultipartReader.read(request);
    Fields fields = ProfileForm.json(form);
    wiring.updateSelf().run(account, change(account, fields), ProfileForm.picture(form, fields));
    return message(200, "회원 정보가 수정되었습니다");
  }

  private Change change(Account before, Fields fields) {
    Form names = new Form(fields);
    var nickname = names.optional("nickname", Nickname.KIND);
    var phone = names.optional("phone", "phoneNumber", PhoneNumber.KIND);
    names.check();
    ProfileForm form = new ProfileForm(fields, wiring.clock());
    return new Change(nickname, phone, form.profile(Optional.ofNullable(before.profile())));
  }
}
