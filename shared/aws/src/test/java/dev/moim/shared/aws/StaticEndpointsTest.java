package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.secretsmanager.endpoints.SecretsManagerEndpointProvider;
import software.amazon.awssdk.services.sqs.endpoints.SqsEndpointProvider;

/** The SDK's own rules are what ours are compared with. */
class StaticEndpointsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"us-east-1", "eu-central-1", "ap-northeast-2", "sa-east-1", "us-gov-west-1"})
  void whereItKnowsARegionTheSdkSaysTheSame(String region) {
    assertThat(StaticEndpoints.know(region)).isTrue();
    assertThat(address("dynamodb", region))
        .isEqualTo(
            DynamoDbEndpointProvider.defaultProvider()
                .resolveEndpoint(r -> r.region(Region.of(region)).accountIdEndpointMode("disabled"))
                .join()
                .url());
    assertThat(address("sqs", region))
        .isEqualTo(
            SqsEndpointProvider.defaultProvider()
                .resolveEndpoint(r -> r.region(Region.of(region)))
                .join()
                .url());
    assertThat(address("secretsmanager", region))
        .isEqualTo(
            SecretsManagerEndpointProvider.defaultProvider()
                .resolveEndpoint(r -> r.region(Region.of(region)))
                .join()
                .url());
  }

  private static URI address(String service, String region) {
    return StaticEndpoints.of(service, Region.of(region), null).join().url();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn-north-1", "us-iso-east-1", "us-isob-east-1", "aws-global", "local"})
  void otherRegionsAreLeftToTheSdk(String region) {
    assertThat(StaticEndpoints.know(region)).isFalse();
  }

  @Test
  void anotherAddressGoesBefore() {
    assertThat(StaticEndpoints.of("sqs", Region.US_EAST_1, "http://127.0.0.1:4566").join().url())
        .isEqualTo(URI.create("http://127.0.0.1:4566"));
  }
}
