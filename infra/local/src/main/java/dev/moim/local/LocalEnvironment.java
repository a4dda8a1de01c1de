package dev.moim.local;

import dev.moim.template.Deployment;
import dev.moim.template.SocketApi;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A function's environment, moved from AWS to this machine: service endpoints, credentials that
 * open nothing, and addresses of the template's APIs.
 *
 * @param more settings besides those of the template; {@link #ORIGINS} come on top of its own
 */
record LocalEnvironment(
    List<SocketApi> apis, URI gateway, URI dynamoDb, URI sqs, Map<String, String> more)
    implements UnaryOperator<Map<String, String>> {

  /** Front ends under development share it, unless the shell of {@code up} names another. */
  static final String NEXTAUTH_SECRET = "moim-local-nextauth-secret";

  /** Whose pages may act with a user's cookie, separated by commas. */
  static final String ORIGINS = "ALLOWED_ORIGINS";

  @Override
  public Map<String, String> apply(Map<String, String> deployed) {
    Map<String, String> local = new HashMap<>();
    deployed.forEach((name, value) -> local.put(name, moved(value)));
    local.put("AWS_REGION", Deployment.REGION);
    local.put("AWS_ACCESS_KEY_ID", "local");
    local.put("AWS_SECRET_ACCESS_KEY", "local");
    local.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    local.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
    local.put("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", gateway.toString());
    local.put("AWS_ENDPOINT_URL_SESV2", gateway.toString());
    local.put("MAIL_FROM", "Moim <moim@localhost>");
    local.put("LOOPBACK_WEBHOOKS", "true");
    pages(local);
    unlessSet(local, "SOURCE_LIMIT_FACTOR", "1000"); // Everybody comes from 127.0.0.1.
    local.put("NEXTAUTH_SECRET", NEXTAUTH_SECRET);
    local.put("TRUSTED_ADDERS", "true");
    more.forEach((name, value) ->
        local.merge(name, value, (own, added) -> name.equals(ORIGINS) ? own + "," + added : added));
    // A secret that is here stands in for the one that Secrets Manager would keep.
    local
        .keySet()
        .removeIf(name ->
            name.endsWith("_ARN") && local.containsKey(name.substring(0, name.length() - 4)));
    return local;
  }

  /** Those of the console, where the deployment names no other. */
  private void pages(Map<String, String> local) {
    unlessSet(local, "PASSWORD_PAGE", gateway + "/accounts.html");
    // The name by which browsers know this machine: Kakao sends them back to where their cookie is.
    String console = "http://localhost:" + gateway.getPort();
    unlessSet(local, "KAKAO_REDIRECT_URI", console + "/api/v1/oauth/kakao/callback");
    unlessSet(local, "KAKAO_PAGE", console + "/accounts.html");
  }

  private static void unlessSet(Map<String, String> local, String name, String value) {
    local.computeIfPresent(name, (_, own) -> own.isEmpty() ? value : own);
  }

  /**
   * {@code https://<api>.execute-api.<region>.amazonaws.com/calls} becomes {@code …:3000/calls}.
   */
  private String moved(String value) {
    for (SocketApi api : apis) {
      String host = "https://" + api.name() + ".execute-api.";
      if (value.startsWith(host)) {
        int path = value.indexOf('/', host.length());
        return gateway + (path < 0 ? "" : value.substring(path));
      }
    }
    return value;
  }
}
