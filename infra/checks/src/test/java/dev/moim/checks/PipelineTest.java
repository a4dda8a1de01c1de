package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A pipeline's role can deploy what the templates are made of, and its steps are commands we have.
 */
class PipelineTest {

  /**
   * A function's generated name has so many characters of its stack's, and those of a family
   * follow.
   */
  private static final int LONGEST_STACK = 24;

  private static final String ROLE = "infra/pipeline/role.yaml";
  private static final String PIPELINE = Repository.text("infra/pipeline/github-actions.yml");

  /** IAM's, without white space. */
  private static final int LONGEST_POLICY = 6_144;

  private static final Map<String, List<String>> NEEDED =
      Map.ofEntries(
          Map.entry("AWS::ApiGatewayV2::Api", List.of("apigateway:POST", "apigateway:DELETE")),
          Map.entry("AWS::ApiGatewayV2::Integration", List.of("apigateway:PATCH")),
          Map.entry("AWS::ApiGatewayV2::Route", List.of("apigateway:PATCH")),
          Map.entry("AWS::ApiGatewayV2::RouteResponse", List.of("apigateway:POST")),
          Map.entry("AWS::ApiGatewayV2::Stage", List.of("apigateway:PUT")),
          Map.entry("AWS::ApiGatewayV2::Deployment", List.of("apigateway:POST")),
          Map.entry(
              "AWS::CloudFront::Distribution",
              List.of("cloudfront:CreateDistribution", "cloudfront:DeleteDistribution")),
          Map.entry(
              "AWS::CloudFront::Function",
              List.of("cloudfront:CreateFunction", "cloudfront:PublishFunction")),
          Map.entry(
              "AWS::CloudFormation::Stack",
              List.of("cloudformation:CreateStack", "cloudformation:DeleteStack")),
          Map.entry(
              "AWS::CloudWatch::Alarm",
              List.of("cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms")),
          Map.entry(
              "AWS::CloudWatch::Dashboard",
              List.of("cloudwatch:PutDashboard", "cloudwatch:DeleteDashboards")),
          Map.entry(
              "AWS::DynamoDB::Table", List.of("dynamodb:CreateTable", "dynamodb:UpdateTable")),
          Map.entry("AWS::IAM::ManagedPolicy", List.of("iam:CreatePolicy", "iam:DeletePolicy")),
          Map.entry("AWS::IAM::Role", List.of("iam:CreateRole", "iam:DeleteRole", "iam:PassRole")),
          Map.entry("AWS::Lambda::Alias", List.of("lambda:CreateAlias", "lambda:UpdateAlias")),
          Map.entry(
              "AWS::Lambda::EventSourceMapping",
              List.of("lambda:CreateEventSourceMapping", "lambda:DeleteEventSourceMapping")),
          Map.entry(
              "AWS::Lambda::Function", List.of("lambda:CreateFunction", "lambda:DeleteFunction")),
          Map.entry(
              "AWS::Lambda::Permission",
              List.of("lambda:AddPermission", "lambda:RemovePermission")),
          Map.entry("AWS::Lambda::Version", List.of("lambda:PublishVersion")),
          Map.entry("AWS::Logs::LogGroup", List.of("logs:CreateLogGroup", "logs:DeleteLogGroup")),
          Map.entry(
              "AWS::Logs::MetricFilter",
              List.of("logs:PutMetricFilter", "logs:DeleteMetricFilter")),
          Map.entry("AWS::S3::Bucket", List.of("s3:CreateBucket", "s3:DeleteBucket")),
          Map.entry(
              "AWS::S3::BucketPolicy", List.of("s3:PutBucketPolicy", "s3:DeleteBucketPolicy")),
          Map.entry("AWS::SQS::Queue", List.of("sqs:CreateQueue", "sqs:DeleteQueue")),
          Map.entry(
              "AWS::Scheduler::Schedule",
              List.of("scheduler:CreateSchedule", "scheduler:DeleteSchedule")),
          Map.entry(
              "AWS::SecretsManager::Secret",
              List.of("secretsmanager:CreateSecret", "secretsmanager:DeleteSecret")));

  @Test
  void theRoleMayMakeEverythingTheTemplatesNeed() {
    Set<String> types = new TreeSet<>();
    for (Deployed template : Deployed.all()) {
      template.resources().forEach(resource -> types.add(resource.path("Type").asText()));
    }
    assertThat(NEEDED.keySet()).as("what the role is for").containsAll(types);
    Set<String> allowed = new TreeSet<>();
    statements()
        .forEach(statement -> statement.path("Action").forEach(it -> allowed.add(it.asText())));
    types.forEach(type -> assertThat(allowed).as(type).containsAll(NEEDED.get(type)));
  }

  @Test
  void itMayNothingWithoutANameUnlessItHasNone() {
    Set<String> everywhere = new TreeSet<>();
    for (JsonNode statement : statements()) {
      assertThat(statement.path("Action").toString()).doesNotContain("*");
      String resources = statement.path("Resource").toString();
      if (!resources.contains("${StackName}") && !statement.has("Condition")) {
        statement.path("Action").forEach(action -> everywhere.add(action.asText()));
      }
    }
    // Reading, APIs and front doors (whose ids are drawn), the secret that is named after its
    // logical id, log
    // deliveries.
    assertThat(everywhere)
        .allMatch(action ->
            action.matches(
                "(apigateway|cloudfront|secretsmanager|s3):\\w+|\\w+:(Get|Describe|List|Validate)\\w+"
                    + "|logs:\\w+LogDelivery|logs:PutResourcePolicy"
                    + "|cloudformation:CreateChangeSet|lambda:(Unt|T)agResource"));
  }

  /** A function of a stack with a longer name has one that does not begin with it. */
  @Test
  void theStacksNameIsTheBeginningOfAllNames() {
    String pattern =
        Deployed.transformed(ROLE).source().at("/Parameters/StackName/AllowedPattern").asText();
    assertThat("x".repeat(LONGEST_STACK)).matches(pattern);
    assertThat("x".repeat(LONGEST_STACK + 1)).doesNotMatch(pattern);
  }

  @Test
  void itsPoliciesFitIam() {
    Deployed.transformed(ROLE)
        .ofType("AWS::IAM::ManagedPolicy")
        .forEach((id, policy) ->
            assertThat(
                    policy
                        .path("PolicyDocument")
                        .toString()
                        .replace("${StackName}", "x".repeat(LONGEST_STACK)))
                .as(id)
                .hasSizeLessThan(LONGEST_POLICY));
  }

  @Test
  void onlyJobsOfOneEnvironmentTakeIt() {
    JsonNode trust =
        Deployed.transformed(ROLE)
            .ofType("AWS::IAM::Role")
            .get("Role")
            .path("AssumeRolePolicyDocument");
    assertThat(trust.toString())
        .contains("repo:${Repository}:environment:${GitHubEnvironment}", "StringEquals")
        .doesNotContain("StringLike", "*");
  }

  @Test
  void itsStepsAreCommandsOfOurs() {
    List<String> words = new ArrayList<>();
    Pattern.compile("\\./moim (\\w+)")
        .matcher(PIPELINE)
        .results()
        .forEach(it -> words.add(it.group(1)));
    assertThat(words)
        .contains("test", "deploy")
        .allMatch(it -> Repository.list("infra/bin").anyMatch(it::equals));
    String deploy = Repository.text("infra/bin/deploy");
    assertThat(Pattern.compile(" (--[a-z-]+)").matcher(PIPELINE).results().map(it -> it.group(1)))
        .contains("--yes", "--stack-name")
        .allMatch(option -> deploy.contains("\n    " + option) || deploy.contains("  " + option));
    assertThat(PIPELINE)
        .contains("environment: staging", "environment: production", "needs: staging");
  }

  private static List<JsonNode> statements() {
    List<JsonNode> statements = new ArrayList<>();
    Deployed.transformed(ROLE)
        .ofType("AWS::IAM::ManagedPolicy")
        .values()
        .forEach(policy -> policy.at("/PolicyDocument/Statement").forEach(statements::add));
    return statements;
  }
}
