package dev.moim.licenses.http;

import dev.moim.shared.lambda.HttpReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The envelope around every answer. */
final class TenantJson {

  private TenantJson() {}

  static HttpReply success(Object data) {
    return success(data, Optional.empty());
  }

  /**
   * @param next beside the data, whose own shape is the document's
   */
  static HttpReply success(Object data, Optional<String> next) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", true);
    json.put("data", data);
    next.ifPresent(cursor -> json.put("nextCursor", cursor));
    return HttpReply.ok(json);
  }
}
