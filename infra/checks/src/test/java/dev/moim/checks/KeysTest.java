package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever keeps data is encrypted with the key that a deployment gives, or else with keys that AWS
 * itself owns; and functions may use the given key through the services they use, and no further.
 */
class KeysTest {

  private static final String GIVEN = "{\"Ref\":\"KmsKeyArn\"}";

  /** What keeps data, and where it says with which key. */
  private static final Map<String, String> KEYS =
      Map.of(
          "AWS::DynamoDB::Table", "/SSESpecification/KMSMasterKeyId",
          "AWS::SQS::Queue", "/KmsMasterKeyId",
          "AWS::Logs::LogGroup", "/KmsKeyId",
          "AWS::SecretsManager::Secret", "/KmsKeyId");

  /** What DynamoDB, SQS and Secrets Manager ask of whoever calls them, by AWS's documents. */
  private static final Map<String, Set<String>> ASKED =
      Map.of(
          "dynamodb", Set.of("kms:Decrypt"),
          "sqs", Set.of("kms:Decrypt", "kms:GenerateDataKey"),
          "secretsmanager", Set.of("kms:Decrypt"));

  @Test
  void theKeyThatIsGivenEncryptsEverything() {
    KEYS.forEach((type, place) ->
        assertThat(all(type, true))
            .as(type)
            .isNotEmpty()
            .allSatisfy(it -> assertThat(it.at(place)).hasToString(GIVEN)));
    assertThat(all("AWS::DynamoDB::Table", true))
        .allSatisfy(table -> {
          assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
          assertThat(table.at("/SSESpecification/SSEType").asText()).isEqualTo("KMS");
        });
    assertThat(all("AWS::SQS::Queue", true))
        .allSatisfy(queue -> assertThat(queue.has("SqsManagedSseEnabled")).isFalse());
  }

  /** {@code SSEEnabled: true} alone would be a key in our account, billed for each request. */
  @Test
  void withoutOneAwsEncryptsWithKeysOfItsOwn() {
    KEYS.forEach((type, place) ->
        assertThat(all(type, false))
            .as(type)
            .isNotEmpty()
            .allSatisfy(it -> assertThat(it.at(place).isMissingNode()).isTrue()));
    assertThat(all("AWS::DynamoDB::Table", false))
        .allSatisfy(table ->
            assertThat(table.path("SSESpecification")).hasToString("{\"SSEEnabled\":false}"));
    assertThat(all("AWS::SQS::Queue", false))
        .allSatisfy(queue -> assertThat(queue.path("SqsManagedSseEnabled").asBoolean()).isTrue());
  }

  @Test
  void everyFunctionMayUseItThroughTheServicesItUses() {
    for (Deployed family : families()) {
      family
          .ofType("AWS::Lambda::Function")
          .forEach((id, function) -> {
            JsonNode role =
                family.ofType("AWS::IAM::Role").get(function.at("/Role/Fn::GetAtt/0").asText());
            Set<String> used = new TreeSet<>();
            statements(family, role, false)
                .forEach(statement ->
                    statement.path("Action").forEach(it -> used.add(service(it.asText()))));
            used.retainAll(ASKED.keySet());
            Set<String> through = new TreeSet<>();
            for (JsonNode statement : statements(family, role, true)) {
              if (statement.path("Action").toString().contains("kms:")) {
                through.add(assertOfOneService(statement));
              }
            }
            assertThat(through).as("%s of %s: keys' policies", id, family.path()).isEqualTo(used);
          });
    }
  }

  @Test
  void withoutAKeyNoFunctionMayUseAny() {
    for (Deployed family : families()) {
      for (JsonNode role : family.ofType("AWS::IAM::Role").values()) {
        assertThat(statements(family, role, false).toString()).doesNotContain("kms:");
      }
      family
          .resources()
          .properties()
          .forEach(resource -> {
            if (resource.getValue().toString().contains("kms:ViaService")) {
              assertThat(resource.getValue().path("Condition").asText())
                  .as("condition of %s in %s", resource.getKey(), family.path())
                  .isEqualTo("HasKey");
            }
          });
    }
  }

  /** Returns the service. */
  private static String assertOfOneService(JsonNode statement) {
    String via = statement.at("/Condition/StringEquals/kms:ViaService/Fn::Sub").asText();
    String service = via.replaceFirst("\\..*", "");
    assertThat(via).isEqualTo(service + ".${AWS::Region}.${AWS::URLSuffix}");
    Set<String> actions = new TreeSet<>();
    statement.path("Action").forEach(action -> actions.add(action.asText()));
    assertThat(actions).isEqualTo(ASKED.get(service));
    assertThat(statement.path("Resource")).hasToString(GIVEN);
    return service;
  }

  /** All that a role may do, by policies of its own and by the template's. */
  private static List<JsonNode> statements(Deployed family, JsonNode role, boolean withKey) {
    List<JsonNode> documents = new ArrayList<>(role.findValues("PolicyDocument"));
    for (JsonNode reference : role.path("ManagedPolicyArns")) {
      String policy = chosen(reference, withKey).path("Ref").asText();
      if (family.resources().has(policy)) {
        documents.add(family.resources().path(policy).at("/Properties/PolicyDocument"));
      }
    }
    List<JsonNode> statements = new ArrayList<>();
    for (JsonNode document : documents) {
      for (JsonNode statement : document.path("Statement")) {
        JsonNode conditional = statement.path("Fn::If").path(1);
        statements.add(conditional.isMissingNode() ? statement : conditional);
      }
    }
    return statements;
  }

  private static String service(String action) {
    return action.replaceFirst(":.*", "");
  }

  /** Properties of all resources of a type as they are where a key is given, or where none is. */
  private static List<JsonNode> all(String type, boolean withKey) {
    List<JsonNode> found = new ArrayList<>();
    for (Deployed template : Deployed.all()) {
      for (JsonNode properties : template.ofType(type).values()) {
        var resolved = (com.fasterxml.jackson.databind.node.ObjectNode) properties.deepCopy();
        for (var property : properties.properties()) {
          JsonNode value = chosen(property.getValue(), withKey);
          if (value.isMissingNode()) {
            resolved.remove(property.getKey());
          } else {
            resolved.set(property.getKey(), value);
          }
        }
        found.add(resolved);
      }
    }
    return found;
  }

  private static JsonNode chosen(JsonNode value, boolean withKey) {
    if (!value.at("/Fn::If/0").asText().equals("HasKey")) {
      return value;
    }
    JsonNode chosen = value.path("Fn::If").path(withKey ? 1 : 2);
    return chosen.path("Ref").asText().equals("AWS::NoValue") ? MissingNode.getInstance() : chosen;
  }

  private static List<Deployed> families() {
    return Deployed.all().stream()
        .filter(template -> template.path().startsWith("functions/"))
        .toList();
  }
}
