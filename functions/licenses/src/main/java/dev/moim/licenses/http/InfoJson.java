package dev.moim.licenses.http;

import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.RateLimit;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.RateLimits.Limited;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** A license as its tenant sees it: the document's fields, then how much of it is used. */
final class InfoJson {

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
    json.put("roomsOpen", license.open().count());
    json.put("peakToday", license.peakOn(today));
    return json;
  }

  private static Map<String, Object> limits(RateLimits limits) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Limited limited : Limited.values()) {
      json.put(limited.text(), limit(limits.of(limited), limited));
    }
    return json;
  }

  private static Map<String, Object> limit(RateLimit limit, Limited limited) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("burst", limit.burst());
    json.put("perMinute", limit.perMinute());
    json.put("per", limited.perLicense() ? "license" : "connection");
    return json;
  }
}
