package dev.moim.local.page;

import dev.moim.local.Json;
import dev.moim.local.TrialLicense;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.util.Optional;

/** {@code GET /_local/trial-license}: spares the console's user from copying keys. */
public final class TrialLicenseEndpoint implements Endpoint {

  private final TrialLicense license;

  public TrialLicenseEndpoint(TrialLicense license) {
    this.license = license;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return call.is("GET", "/_local/trial-license")
        ? Optional.of(keys(license).notStored())
        : Optional.empty();
  }

  private static Reply keys(TrialLicense license) {
    return Reply.json(
        200,
        Json.object()
            .put("cpCode", license.cpCode())
            .put("authKey", license.authKey())
            .put("accessKey", license.accessKey())
            .put("secretKey", license.secretKey()));
  }
}
