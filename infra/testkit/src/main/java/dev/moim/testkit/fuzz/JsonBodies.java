package dev.moim.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.testkit.spec.OpenApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Bodies that a schema describes, most of them wrong somewhere. */
final class JsonBodies {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As they stand in a text: no tree could hold some of them. */
  private static final List<String> NASTY_VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0.0",
          "-1",
          "1.5",
          "1e400",
          "1e-400",
          "1e1000000000",
          "2147483648",
          "-9223372036854775809",
          "9".repeat(1_100),
          "[]",
          "{}",
          "[null]",
          "[[[[[[[[]]]]]]]]",
          "[".repeat(70) + "]".repeat(70),
          "{\"a\":".repeat(70) + "1" + "}".repeat(70),
          "{\"a\":1,\"a\":2}",
          "\"\\u0000\"",
          "\"\\ud800\"");

  private static final List<String> BROKEN =
      List.of(
          "",
          " ",
          "{",
          "}",
          "nul",
          "{\"a\"}",
          "{'a':1}",
          "{\"a\":1,}",
          "[1,2",
          "\"",
          "\u0000",
          "\ufeff{}",
          "userName=ann&roomId=1",
          "<xml/>",
          "[".repeat(5_000));

  private final OpenApi api;
  private final Known known;

  JsonBodies(OpenApi api, Known known) {
    this.api = api;
    this.known = known;
  }

  String next(JsonNode schema, RandomGenerator random) {
    if (random.nextInt(12) == 0) {
      return NastyTexts.pick(random, BROKEN);
    }
    List<String> fields = new ArrayList<>();
    fields(schema, random).forEach((name, value) -> fields.add(quoted(name) + ":" + value));
    if (!fields.isEmpty() && random.nextInt(30) == 0) {
      fields.add(NastyTexts.pick(random, fields)); // of two of a name
    }
    String body = "{" + String.join(",", fields) + "}";
    return random.nextInt(15) == 0 ? NastyTexts.mutated(random, body) : body;
  }

  private Map<String, String> fields(JsonNode schema, RandomGenerator random) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (var property : schema.path("properties").properties()) {
      int odds = required.contains(property.getKey()) ? 15 : 3;
      if (random.nextInt(odds) != 0) {
        fields.put(property.getKey(), value(property.getKey(), property.getValue(), random));
      }
    }
    if (random.nextInt(10) == 0) {
      fields.put(NastyTexts.any(random), nasty(random));
    }
    return fields;
  }

  private String value(String field, JsonNode described, RandomGenerator random) {
    if (random.nextInt(4) == 0) {
      return nasty(random);
    }
    JsonNode schema = api.resolved(described);
    if (schema.has("properties")) {
      List<String> fields = new ArrayList<>();
      fields(schema, random).forEach((name, value) -> fields.add(quoted(name) + ":" + value));
      return "{" + String.join(",", fields) + "}";
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size())).toString();
    }
    if (schema.has("const")) {
      return schema.path("const").toString();
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> integer(schema, random);
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "string" -> quoted(known.of(field, random));
      default -> nasty(random);
    };
  }

  /** Within its limits, or just outside. */
  private static String integer(JsonNode schema, RandomGenerator random) {
    long least = schema.path("minimum").asLong(-1);
    long most = schema.path("maximum").asLong(least + 10);
    String number = Long.toString(least - 1 + random.nextLong(most - least + 3));
    return random.nextInt(5) == 0 ? quoted(number) : number;
  }

  private static String nasty(RandomGenerator random) {
    return random.nextBoolean()
        ? NastyTexts.pick(random, NASTY_VALUES)
        : quoted(NastyTexts.any(random));
  }

  private static String quoted(@Nullable String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }
}
