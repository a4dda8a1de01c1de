package dev.moim.local.page;

import dev.moim.local.Json;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import dev.moim.shared.people.jwt.UserTokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /_local/access-token?sub=minji&name=Minji}: an access token of whoever the caller says
 * they are, for pages and scripts on a developer's machine, which has no accounts.
 */
public final class AccessTokenEndpoint implements Endpoint {

  private static final Duration LIFE = Duration.ofMinutes(30);

  private final UserTokens tokens;

  public AccessTokenEndpoint(UserTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return call.is("GET", "/_local/access-token")
        ? Optional.of(token(call).notStored())
        : Optional.empty();
  }

  private Reply token(Call call) {
    try {
      Map<String, String> query = call.query();
      String id = query.getOrDefault("sub", "");
      if (id.isEmpty()) {
        return Reply.message(400, "sub says whose token it shall be");
      }
      var bearer = UserTokens.Bearer.of(id).named(query.getOrDefault("name", ""));
      return Reply.json(200, Json.object().put("accessToken", tokens.access(bearer, LIFE)));
    } catch (IllegalArgumentException malformed) {
      return Reply.message(400, "Bad Request");
    }
  }
}
