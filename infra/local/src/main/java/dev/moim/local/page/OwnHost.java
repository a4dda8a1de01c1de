package dev.moim.local.page;

import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code GET} of something secret, answered only under this machine's own names. */
final class OwnHost implements Endpoint {

  /** Another name for this address would be a page elsewhere that reads our secrets. */
  private static final Pattern NAMES =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  private final String path;
  private final Function<Call, Reply> answer;

  OwnHost(String path, Function<Call, Reply> answer) {
    this.path = path;
    this.answer = answer;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (!call.rawPath().equals(path) || !call.method().equals("GET")) {
      return Optional.empty();
    }
    boolean own = NAMES.matcher(call.host()).matches();
    Reply reply = own ? answer.apply(call) : Reply.message(403, "Forbidden");
    return Optional.of(reply.with("cache-control", "no-store"));
  }
}
