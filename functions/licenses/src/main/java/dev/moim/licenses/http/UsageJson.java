package dev.moim.licenses.http;

import dev.moim.licenses.Usage;
import dev.moim.licenses.Usage.Use;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.lambda.HttpReply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long rooms were open, and what for. {@code totalSecond} adds up the rooms of its own answer.
 */
final class UsageJson {

  private UsageJson() {}

  static HttpReply of(Usage usage) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("domain", usage.domain());
    json.put("totalSecond", usage.totalSeconds());
    json.put("detail", usage.rooms().stream().map(UsageJson::use).toList());
    return TenantJson.success(json, usage.next());
  }

  private static Map<String, Object> use(Use use) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("roomName", use.roomName());
    json.put("sessionTimeSecond", use.time().toSeconds());
    json.put("createdAt", Timestamps.iso(use.createdAt()));
    json.put("joins", use.tally().joins());
    json.put("peak", use.tally().peak());
    json.put("messages", use.messages());
    return json;
  }
}
