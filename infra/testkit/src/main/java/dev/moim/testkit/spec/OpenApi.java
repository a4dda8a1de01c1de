package dev.moim.testkit.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The project's description of its HTTP APIs, {@code infra/openapi.yaml} (OpenAPI 3.1). Its schemas
 * are JSON Schema 2020-12.
 */
public final class OpenApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Schemas refer to each other through {@code components}, which holds them, checking nothing. */
  private static final Dialect DRAFT_2020_12 =
      Dialect.builder(Dialects.getDraft202012())
          .keyword(new NonValidationKeyword("components"))
          .build();

  private final JsonNode document;
  private final SchemaRegistry registry = SchemaRegistry.withDialect(DRAFT_2020_12);

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  public static OpenApi ofProject() {
    Path file = RootTemplate.folder().resolve("infra/openapi.yaml");
    try {
      return new OpenApi(JSON.valueToTree(new Yaml().<Object>load(Files.readString(file))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Every {@code METHOD /path} it describes. */
  public List<String> routes() {
    List<String> routes = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (String field : (Iterable<String>) path.getValue()::fieldNames) {
        if (!field.equals("parameters")) {
          routes.add(field.toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return routes;
  }

  /** The routes of a tag, which is a family's. */
  public List<String> routes(String tag) {
    return routes().stream()
        .filter(route -> operation(route).at("/tags/0").asText().equals(tag))
        .toList();
  }

  /**
   * What a route reads besides its body: nodes with {@code name}, {@code in} and {@code schema}.
   */
  public List<JsonNode> parameters(String route) {
    List<JsonNode> parameters = new ArrayList<>();
    document.path("paths").path(route.split(" ", 2)[1]).path("parameters").forEach(parameters::add);
    operation(route).path("parameters").forEach(parameters::add);
    return parameters;
  }

  /** The schema of the body a route reads; missing if it reads none. */
  public JsonNode requestSchema(String route) {
    var types = operation(route).at("/requestBody/content").properties().iterator();
    return types.hasNext()
        ? resolved(types.next().getValue().path("schema"))
        : MissingNode.getInstance();
  }

  /** The statuses a route may answer with. */
  public Set<String> statuses(String route) {
    Set<String> statuses = new TreeSet<>();
    operation(route).path("responses").fieldNames().forEachRemaining(statuses::add);
    return statuses;
  }

  /**
   * What is wrong with an answer, or nothing.
   *
   * @param body null for an answer without one
   */
  public List<String> problems(String route, int status, @Nullable String body) {
    JsonNode response = resolved(operation(route).path("responses").path("" + status));
    if (response.isMissingNode()) {
      return List.of(route + " is not described to answer " + status);
    }
    if (body == null) {
      return response.has("content") ? List.of(route + " answers nothing") : List.of();
    }
    return problems(response.at("/content/application~1json/schema"), body);
  }

  /** What is wrong with a request's body, or nothing; of a form its parts are the fields. */
  public List<String> requestProblems(String route, String body) {
    JsonNode content = operation(route).at("/requestBody/content");
    if (content.has("multipart/form-data")) {
      return problems(content.at("/multipart~1form-data/schema"), FormParts.json(body));
    }
    return content.properties().stream()
        .filter(type -> type.getKey().endsWith("json"))
        .findFirst()
        .map(type -> problems(type.getValue().path("schema"), body))
        .orElse(List.of());
  }

  /**
   * What is wrong with a body that we post to somebody.
   *
   * @param name under {@code webhooks}
   */
  public List<String> webhookProblems(String name, String body) {
    JsonNode webhook = document.path("webhooks").path(name);
    if (webhook.isMissingNode()) {
      return List.of("no webhook " + name + " is described");
    }
    return problems(webhook.at("/post/requestBody/content/application~1json/schema"), body);
  }

  private List<String> problems(JsonNode schema, String body) {
    ObjectNode root = JSON.createObjectNode();
    root.putArray("allOf").add(schema);
    root.set("components", document.path("components"));
    try {
      return registry.getSchema(root).validate(JSON.readTree(body)).stream()
          .map(Object::toString)
          .toList();
    } catch (JsonProcessingException e) {
      return List.of("not JSON: " + body);
    }
  }

  private JsonNode operation(String route) {
    String[] parts = route.split(" ", 2);
    return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
  }

  /** The node itself, or the one it refers to. */
  public JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
