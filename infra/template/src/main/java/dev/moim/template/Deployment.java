package dev.moim.template;

import java.util.Map;

/**
 * What only a deployment knows: where it goes and which parameters it is given.
 *
 * @param queueUrlBase what a queue's URL starts with, without the slash before the queue's name
 * @param parameters overrides of the root template's parameter defaults
 */
public record Deployment(
    String region,
    String account,
    String stackName,
    String queueUrlBase,
    Map<String, String> parameters) {

  public static final String REGION = "us-east-1";
  public static final String ACCOUNT = "000000000000";

  public Deployment {
    parameters = Map.copyOf(parameters);
  }

  /** A deployment nobody will call: enough to read tables, functions and routes. */
  public static Deployment nowhere() {
    return local("http://127.0.0.1:9324", Map.of());
  }

  public static Deployment local(String queueEndpoint, Map<String, String> parameters) {
    return new Deployment(REGION, ACCOUNT, "moim", queueEndpoint + "/" + ACCOUNT, parameters);
  }
}
