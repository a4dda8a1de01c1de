package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.person.Account;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.uploads.DirectUploads.Offer;
import dev.moim.shared.uploads.DirectUploads.Wish;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /api/v1/uploads}: where to send a picture that is too large for a form. */
public final class OfferUploadHandler extends AccountEndpoint {

  /** RFC 6838. */
  private static final int MAX_TYPE = 127;

  private final AccountsWiring wiring;

  public OfferUploadHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public OfferUploadHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Account account = WhoAsks.account(wiring, request);
    Fields fields = request.json();
    String type = fields.text("contentType", MAX_TYPE);
    int bytes =
        fields
            .optionalInt("bytes", 1, Integer.MAX_VALUE)
            .orElseThrow(() -> FieldException.missing("bytes"));
    return HttpReply.of(201, json(wiring.offerUpload().run(account, new Wish(type, bytes))));
  }

  private static Map<String, ?> json(Offer offer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("upload", offer.upload());
    json.put("method", "PUT");
    json.put("url", offer.url().toString());
    json.put("headers", offer.headers());
    json.put("expiresAt", Timestamps.iso(offer.expiresAt()));
    return json;
  }
}
