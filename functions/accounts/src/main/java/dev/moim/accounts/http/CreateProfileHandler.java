package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Profile;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.uploads.Multipart;
import dev.moim.shared.uploads.http.MultipartReader;
import java.util.Optional;

/**
 * {@code POST /api/v1/profiles}: a form with the parts {@code request} and {@code profileImage}.
 */
public final class CreateProfileHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public CreateProfileHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public CreateProfileHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Account account = WhoAsks.account(wiring, request);
    Multipart form = MultipartReader.read(request);
    Fields fields = ProfileForm.json(form);
    Profile profile = new ProfileForm(fields, wiring.clock()).profile(Optional.empty());
    Account with = wiring.createProfile().run(account, profile, ProfileForm.picture(form, fields));
    return HttpReply.of(201, new AccountJson(wiring.pictures()).created(with));
  }
}
