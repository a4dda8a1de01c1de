package dev.moim.webhooks.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table of webhooks: of each license one item of its endpoints, and one of each message. */
final class WebhooksTable {

  static final String LICENSE_ID = "licenseId"; // partition key, S
  static final String ID = "id"; // sort key: ENDPOINTS, or the id of a message, S
  static final String ENDPOINTS = "endpoints";

  private WebhooksTable() {}

  static Map<String, AttributeValue> key(String licenseId, String sortKey) {
    return Map.of(LICENSE_ID, text(licenseId), ID, text(sortKey));
  }

  static Map<String, AttributeValue> endpoints(String licenseId) {
    return key(licenseId, ENDPOINTS);
  }
}
