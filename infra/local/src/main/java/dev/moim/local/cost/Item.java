package dev.moim.local.cost;

/** What AWS bills, by the names of the price table. */
enum Item {
  MESSAGES("API Gateway", "messages"),
  CONNECTION_MINUTES("API Gateway", "connection minutes"),
  REQUESTS("Lambda", "requests"),
  GB_SECONDS("Lambda", "GB seconds"),
  READS("DynamoDB", "read units"),
  WRITES("DynamoDB", "write units"),
  QUEUE_REQUESTS("SQS", "requests"),
  LOGS("CloudWatch", "GB of logs"),
  ALARMS("CloudWatch", "alarmed metrics"),
  METRICS("CloudWatch", "metrics"),
  SCHEDULED("EventBridge", "scheduled runs"),
  SECRETS("Secrets Manager", "secrets"),
  FRONT_DOOR_REQUESTS("CloudFront", "requests"),
  FRONT_DOOR_OUT("CloudFront", "GB to clients"),
  FRONT_DOOR_IN("CloudFront", "GB to origins");

  private final String service;
  private final String unit;

  Item(String service, String unit) {
    this.service = service;
    this.unit = unit;
  }

  String service() {
    return service;
  }

  String unit() {
    return unit;
  }
}
