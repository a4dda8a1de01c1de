package dev.moim.testkit.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * The project's description of its WebSocket messages, {@code infra/asyncapi.yaml} (AsyncAPI 3.0).
 * Its schemas are JSON Schema draft 7, which is what AsyncAPI means when it does not say.
 */
public final class AsyncApi {

  private static final String FILE = "infra/asyncapi.yaml";

  /**
   * Schemas refer to each other through {@code components}, which holds them and checks nothing.
   */
  private static final Dialect DRAFT_7 =
      Dialect.builder(Dialects.getDraft7()).keyword(new NonValidationKeyword("components")).build();

  private final JsonNode document;
  private final SchemaRegistry registry = SchemaRegistry.withDialect(DRAFT_7);

  private AsyncApi(JsonNode document) {
    this.document = document;
  }

  public static AsyncApi ofProject() {
    Path file = RootTemplate.folder().resolve(FILE);
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static AsyncApi parse(String yaml) {
    Object tree = new Yaml().load(yaml);
    return new AsyncApi(new ObjectMapper().valueToTree(tree));
  }

  public JsonNode document() {
    return document;
  }

  /**
   * The operations of a channel by id.
   *
   * @param action {@code receive} for what clients send, {@code send} for what they are sent
   */
  public Map<String, JsonNode> operations(String channel, String action) {
    Map<String, JsonNode> found = new TreeMap<>();
    for (var operation : document.path("operations").properties()) {
      JsonNode body = operation.getValue();
      if (body.path("action").asText().equals(action)
          && last(body.path("channel")).equals(channel)) {
        found.put(operation.getKey(), body);
      }
    }
    return found;
  }

  /** The names of the messages an operation, or its {@code reply}, lists. */
  public static List<String> messages(JsonNode operationOrReply) {
    Stream<JsonNode> listed =
        StreamSupport.stream(operationOrReply.path("messages").spliterator(), false);
    return listed.map(AsyncApi::last).toList();
  }

  /** The schema node of a message's payload; a missing node if there is no such message. */
  public JsonNode payload(String message) {
    return document.path("components").path("messages").path(message).path("payload");
  }

  /** The names of the fields that a message may have. */
  public Set<String> fields(String message) {
    Set<String> names = new TreeSet<>();
    payload(message).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The names of the fields without which it is refused. */
  public Set<String> required(String message) {
    Set<String> names = new TreeSet<>();
    payload(message).path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** What checks a message's payload. */
  public Schema schema(String message) {
    if (payload(message).isMissingNode()) {
      throw new IllegalArgumentException(FILE + " has no message " + message);
    }
    ObjectNode schema = new ObjectMapper().createObjectNode();
    schema
        .putArray("allOf")
        .addObject()
        .put("$ref", "#/components/messages/" + message + "/payload");
    schema.set("components", document.path("components"));
    return registry.getSchema(schema);
  }

  private static String last(JsonNode reference) {
    String path = reference.path("$ref").asText();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
