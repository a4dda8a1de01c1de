package dev.moim.template;

import java.util.Locale;

/**
 * The physical names CloudFormation would choose, made predictable: a resource is called by its
 * logical id, behind the logical ids of the nested stacks it sits in ({@code Calls-Timers}).
 */
record Names(Deployment deployment, String stackPath) {

  private static final String STREAM = "/stream/";

  Names nested(String logicalId) {
    return new Names(deployment, physical(logicalId));
  }

  String physical(String logicalId) {
    return stackPath.isEmpty() ? logicalId : stackPath + "-" + logicalId;
  }

  /** An ARN whose last part tells apart stacks of one name. */
  String stackId() {
    String name = physical(deployment.stackName());
    return arn("cloudformation", "stack/" + name + "/of-" + name);
  }

  String ref(String type, String logicalId) {
    return switch (type) {
      case "AWS::SQS::Queue" -> deployment.queueUrlBase() + "/" + physical(logicalId);
      case BucketReader.TYPE -> physical(logicalId).toLowerCase(Locale.ROOT); // they have no others
      default -> physical(logicalId);
    };
  }

  /** SAM's {@code !Ref Function.Alias}: the ARN of the published alias. */
  String aliasArn(String logicalId, String alias) {
    return functionArn(logicalId) + ":" + alias;
  }

  String attribute(String type, String logicalId, String attribute) {
    String name = physical(logicalId);
    return switch (type + "." + attribute) {
      case "AWS::SQS::Queue.Arn" -> arn("sqs", name);
      case "AWS::SQS::Queue.QueueName" -> name;
      case "AWS::SQS::Queue.QueueUrl" -> ref(type, logicalId);
      case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + ref(type, logicalId);
      case "AWS::DynamoDB::Table.Arn" -> arn("dynamodb", "table/" + name);
      case "AWS::DynamoDB::Table.StreamArn" ->
          arn("dynamodb", "table/" + name + STREAM + "2026-01-01T00:00:00.000");
      case "AWS::Serverless::Function.Arn" -> functionArn(logicalId);
      case "AWS::Serverless::HttpApi.ApiEndpoint", "AWS::Serverless::WebSocketApi.ApiEndpoint" ->
          "https://" + name + ".execute-api." + deployment.region() + ".amazonaws.com";
      default -> name + "." + attribute;
    };
  }

  /** The last part of an ARN or URL that {@link #attribute} or {@link #ref} made. */
  static String nameIn(String arnOrUrl) {
    return arnOrUrl.substring(Math.max(arnOrUrl.lastIndexOf(':'), arnOrUrl.lastIndexOf('/')) + 1);
  }

  /**
   * The table in the ARN of its stream.
   *
   * @throws TemplateException if it is no such ARN
   */
  static String tableIn(String streamArn) {
    int end = streamArn.indexOf(STREAM);
    if (end < 0) {
      throw new TemplateException(streamArn + " is not the ARN of a table's stream");
    }
    return nameIn(streamArn.substring(0, end));
  }

  /** The function's name in an ARN with or without an alias. */
  static String functionIn(String arn) {
    String[] parts = arn.split(":");
    return parts.length > 6 ? parts[6] : arn;
  }

  private String functionArn(String logicalId) {
    return arn("lambda", "function:" + physical(logicalId));
  }

  private String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s"
        .formatted(service, deployment.region(), deployment.account(), resource);
  }
}
