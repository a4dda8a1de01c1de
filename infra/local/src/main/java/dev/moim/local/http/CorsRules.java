package dev.moim.local.http;

import dev.moim.template.HttpApi;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an API with a CORS configuration tells browsers, instead of what its functions say. */
record CorsRules(HttpApi.Cors cors) {

  private static final String PREFIX = "access-control-";
  private static final String ALLOW_ORIGIN = PREFIX + "allow-origin";

  static boolean isPreflight(Call call) {
    return call.method().equals("OPTIONS")
        && call.header("origin").isPresent()
        && call.header(PREFIX + "request-method").isPresent();
  }

  /** The gateway answers preflight requests itself. */
  Reply preflight(Call call) {
    Reply reply = Reply.empty(204);
    Optional<String> origin = allowed(call);
    if (origin.isEmpty()) {
      return reply;
    }
    reply = withOrigin(reply, origin.get());
    reply = withList(reply, "allow-methods", cors.methods());
    reply = withList(reply, "allow-headers", cors.headers());
    return cors.maxAge().isPresent()
        ? reply.with(PREFIX + "max-age", "" + cors.maxAge().get().toSeconds())
        : reply;
  }

  Reply applied(Call call, Reply answer) {
    Reply reply = answer.without(header -> header.toLowerCase(Locale.ROOT).startsWith(PREFIX));
    Optional<String> origin = allowed(call);
    return origin.isEmpty()
        ? reply
        : withList(withOrigin(reply, origin.get()), "expose-headers", cors.exposedHeaders());
  }

  private Reply withOrigin(Reply reply, String origin) {
    Reply with = reply.with(ALLOW_ORIGIN, origin);
    return cors.credentials() ? with.with(PREFIX + "allow-credentials", "true") : with;
  }

  private static Reply withList(Reply reply, String name, List<String> values) {
    return values.isEmpty() ? reply : reply.with(PREFIX + name, String.join(",", values));
  }

  private Optional<String> allowed(Call call) {
    if (cors.origins().contains("*")) {
      return call.header("origin").map(origin -> "*");
    }
    return call.header("origin")
        .filter(origin -> cors.origins().stream().anyMatch(rule -> matches(rule, origin)));
  }

  /** {@code https://*} and {@code https://*.example.org} stand for many. */
  private static boolean matches(String rule, String origin) {
    int star = rule.indexOf('*');
    return star < 0
        ? rule.equals(origin)
        : origin.startsWith(rule.substring(0, star)) && origin.endsWith(rule.substring(star + 1));
  }
}
