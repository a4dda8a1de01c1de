package dev.moim.shared.aws.http;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs requests to one service of AWS (Signature Version 4), with the SDK's own signer. */
final class Signature {

  private static final String S3 = "s3";

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsService service;
  private final AwsCredentialsProvider credentials;

  Signature(AwsService service, AwsCredentialsProvider credentials) {
    this.service = service;
    this.credentials = credentials;
  }

  /** With headers, for a request that we send ourselves. */
  SdkHttpRequest sign(SdkHttpRequest request, byte[] body) {
    return signer
        .sign(properties(request).payload(ContentStreamProvider.fromByteArray(body)).build())
        .request();
  }

  /**
   * In the address, for somebody else to send it: exactly this method and these headers, with any
   * body of the length that they name.
   */
  URI presign(SdkHttpRequest request, Duration life) {
    // Whether it goes out in the clear is no part of a signature; but if it does, the signer wants
    // to know the body, which nobody has yet.
    SdkHttpRequest safe = request.toBuilder().protocol("https").build();
    SignedRequest signed =
        signer.sign(
            properties(safe)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, life)
                .build());
    return signed.request().toBuilder().protocol(request.protocol()).build().getUri();
  }

  private SignRequest.Builder<AwsCredentialsIdentity> properties(SdkHttpRequest request) {
    AwsCredentialsIdentity identity = credentials.resolveCredentials();
    return SignRequest.builder(identity)
        .request(request)
        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service.signingName())
        .putProperty(AwsV4HttpSigner.REGION_NAME, service.region())
        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, encodesTwice())
        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, encodesTwice());
  }

  /** S3 alone signs a path as it is sent. */
  private boolean encodesTwice() {
    return !service.signingName().equals(S3);
  }
}
