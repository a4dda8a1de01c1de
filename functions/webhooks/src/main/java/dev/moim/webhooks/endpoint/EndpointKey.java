package dev.moim.webhooks.endpoint;

import java.util.regex.Pattern;

/** Which endpoint: its id is unique within its license. */
public record EndpointKey(String licenseId, String endpointId) {

  private static final Pattern WELL_FORMED = Pattern.compile("wh_[0-9a-z]{1,20}");

  /** What clients send for an id may be anything; an ill-formed one is nobody's. */
  public String wellFormedId() {
    return WELL_FORMED.matcher(endpointId).matches() ? endpointId : "-";
  }
}
