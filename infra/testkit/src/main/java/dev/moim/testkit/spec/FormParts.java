package dev.moim.testkit.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a form as the fields of an object, as its description has them. */
final class FormParts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern HEAD =
      Pattern.compile("(?s).*?\\bname=\"([^\"]+)\".*?\\r\\n\\r\\n(.*)\\r\\n");

  private FormParts() {}

  /** A part that says it is JSON is its value, any other its text. */
  static String json(String body) {
    ObjectNode fields = JSON.createObjectNode();
    String boundary = body.lines().findFirst().orElse("--");
    for (String part : body.split(Pattern.quote(boundary))) {
      Matcher head = HEAD.matcher(part);
      if (head.matches()) {
        add(fields, head.group(1), head.group(2), part.contains("application/json"));
      }
    }
    return fields.toString();
  }

  private static void add(ObjectNode fields, String name, String content, boolean isJson) {
    try {
      if (isJson) {
        fields.set(name, JSON.readTree(content));
      } else {
        fields.put(name, content);
      }
    } catch (JsonProcessingException none) {
      fields.put(name, content);
    }
  }
}
