package dev.moim.local.page;

import dev.moim.local.Json;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /_local/trial-license}: spares the console's user from copying keys. */
public final class TrialLicenseEndpoint implements Endpoint {

  /** Another name for this address would be a page elsewhere that reads our secrets. */
  private static final Pattern OWN_HOST =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  private final String cpCode;
  private final String authKey;

  public TrialLicenseEndpoint(String cpCode, String authKey) {
    this.cpCode = cpCode;
    this.authKey = authKey;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (!call.rawPath().equals("/_local/trial-license") || !call.method().equals("GET")) {
      return Optional.empty();
    }
    if (!OWN_HOST.matcher(call.host()).matches()) {
      return Optional.of(Reply.message(403, "Forbidden"));
    }
    var license = Json.object().put("cpCode", cpCode).put("authKey", authKey);
    return Optional.of(Reply.json(200, license).with("cache-control", "no-store"));
  }
}
