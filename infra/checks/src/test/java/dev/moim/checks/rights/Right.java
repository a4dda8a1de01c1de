package dev.moim.checks.rights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.checks.Deployed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Permission to do one thing to one resource.
 *
 * @param action as IAM names it, {@code dynamodb:GetItem}
 * @param resource a table or queue by its logical id, {@code LicensesTable/index/all}, or {@code POST
 *     @connections}
 */
record Right(String action, String resource) implements Comparable<Right> {

  /** What a function's role allows on its own account, without the policies it shares. */
  static Set<Right> own(Deployed template, String function) {
    Set<Right> rights = new TreeSet<>();
    role(template, function)
        .path("Policies")
        .forEach(policy -> rights.addAll(in(Deployed.chosen(policy))));
    return rights;
  }

  /** The logical ids of the template's policies that a function shares with others. */
  static Set<String> sharedBy(Deployed template, String function) {
    Set<String> policies = new TreeSet<>();
    for (JsonNode reference : role(template, function).path("ManagedPolicyArns")) {
      if (template.resources().has(reference.path("Ref").asText())) {
        policies.add(reference.path("Ref").asText());
      }
    }
    return policies;
  }

  /** What a shared policy allows. */
  static Set<Right> shared(Deployed template, String policy) {
    return new TreeSet<>(in(template.resources().path(policy).path("Properties")));
  }

  /** All that each function may do, by its logical id. */
  static Map<String, Set<Right>> byFunction(Deployed template) {
    Map<String, Set<Right>> rights = new TreeMap<>();
    for (String function : template.ofType("AWS::Lambda::Function").keySet()) {
      Set<Right> all = own(template, function);
      sharedBy(template, function).forEach(policy -> all.addAll(shared(template, policy)));
      rights.put(function, all);
    }
    return rights;
  }

  private static JsonNode role(Deployed template, String function) {
    JsonNode properties = template.resources().path(function).path("Properties");
    String id = properties.at("/Role/Fn::GetAtt/0").asText();
    return template.resources().path(id).path("Properties");
  }

  private static List<Right> in(JsonNode policy) {
    List<Right> rights = new ArrayList<>();
    for (JsonNode written : policy.path("PolicyDocument").path("Statement")) {
      JsonNode statement = Deployed.chosen(written);
      JsonNode resources = statement.path("Resource");
      for (JsonNode action : statement.path("Action")) {
        for (JsonNode resource : resources.isArray() ? resources : List.of(resources)) {
          rights.add(new Right(action.asText(), name(resource.toString())));
        }
      }
    }
    return rights;
  }

  /** What is left of an expression without the parts every ARN has. */
  private static String name(String expression) {
    if (expression.contains("/@connections/")) {
      return expression.replaceAll(".*/(\\w+)/@connections.*", "$1 @connections");
    }
    return expression
        .replaceAll("\\{\"(Ref|Fn::Sub|Fn::GetAtt)\":|[\\[\\]{}\"$]|,\"Arn\"", "")
        .replaceFirst("(Table|Timers)Arn", "$1");
  }

  @Override
  public int compareTo(Right other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return action + " on " + resource;
  }
}
