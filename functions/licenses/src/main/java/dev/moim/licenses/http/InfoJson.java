package dev.moim.licenses.http;

import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.RateLimit;
import dev.moim.shared.licenses.RateLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** A license as its tenant sees it: the document's fields, then how much of it is used. */
final class InfoJson {

  private static final String PER_LICENSE = "license";
  private static final String PER_CONNECTION = "connection";

  private InfoJson() {}

  static HttpReply of(License license, RateLimits limits, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("domain", license.domain());
    json.put("roomLimit", license.roomLimit());
    json.put("enabled", license.enabled() ? 1 : 0);
    json.put("createdAt", Timestamps.iso(license.createdAt()));
    json.put("usage", usage(license, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    json.put("limits", limits(limits));
    return TenantJson.success(json);
  }

  private static Map<String, Object> usage(License license, LocalDate today) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("roomsOpen", license.rooms().size());
    json.put("peakToday", license.peakOn(today));
    return json;
  }

  private static Map<String, Object> limits(RateLimits limits) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("register", limit(limits.register(), PER_LICENSE));
    json.put("createRoom", limit(limits.createRoom(), PER_LICENSE));
    json.put("auth", limit(limits.auth(), PER_LICENSE));
    json.put("chat", limit(limits.chat(), PER_CONNECTION));
    json.put("drawing", limit(limits.drawing(), PER_CONNECTION));
    return json;
  }

  private static Map<String, Object> limit(RateLimit limit, String per) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("burst", limit.burst());
    json.put("perMinute", limit.perMinute());
    json.put("per", per);
    return json;
  }
}
