package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every bucket has, whoever adds it. */
class BucketsTest {

  private static final String BUCKET = "AWS::S3::Bucket";

  @Test
  void bucketsAreEncryptedAndNobodysBusiness() {
    assertThat(buckets())
        .isNotEmpty()
        .allSatisfy((id, bucket) -> {
          assertThat(bucket.at("/BucketEncryption/ServerSideEncryptionConfiguration")).hasSize(1);
          for (String rule :
              new String[] {
                "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"
              }) {
            assertThat(bucket.at("/PublicAccessBlockConfiguration/" + rule).asBoolean())
                .as(rule)
                .isTrue();
          }
          assertThat(bucket.at("/OwnershipControls/Rules/0/ObjectOwnership").asText())
              .isEqualTo("BucketOwnerEnforced");
        });
  }

  @Test
  void bucketsAnswerOverTlsOnly() {
    Map<String, JsonNode> policies = root().ofType("AWS::S3::BucketPolicy");
    assertThat(buckets().keySet())
        .allSatisfy(id ->
            assertThat(policies.values())
                .filteredOn(policy -> policy.at("/Bucket/Ref").asText().equals(id))
                .singleElement()
                .satisfies(policy -> {
                  JsonNode statement = policy.at("/PolicyDocument/Statement/0");
                  assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
                  assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                      .isEqualTo("false");
                }));
  }

  @Test
  void uploadsThatNobodyTookOverGoAfterADay() {
    assertThat(buckets())
        .allSatisfy((id, bucket) -> {
          JsonNode rule = bucket.at("/LifecycleConfiguration/Rules/0");
          assertThat(rule.path("Status").asText()).isEqualTo("Enabled");
          assertThat(rule.path("Prefix").asText()).isEqualTo("uploads/");
          assertThat(rule.path("ExpirationInDays").asInt()).isEqualTo(1);
        });
  }

  @Test
  void bucketsOutliveTheirStack() {
    JsonNode resources = root().resources();
    assertThat(buckets().keySet())
        .allSatisfy(id -> {
          assertThat(resources.path(id).path("DeletionPolicy").asText()).startsWith("Retain");
          assertThat(resources.path(id).path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        });
  }

  @Test
  void onlyTheRootDeclaresBuckets() {
    assertThat(Deployed.all())
        .filteredOn(template -> !template.path().equals("template.yaml"))
        .allSatisfy(family -> assertThat(family.ofType(BUCKET)).isEmpty());
  }

  private static Map<String, JsonNode> buckets() {
    return root().ofType(BUCKET);
  }

  private static Deployed root() {
    return Deployed.of("template.yaml");
  }
}
