package dev.moim.shared.aws.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Signed requests to a service of AWS of which a family needs one operation or five: the SDK's
 * signer and HTTP client, without its megabytes of classes for all the others.
 */
public final class SignedHttp {

  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /**
   * What the service answered, whatever its status.
   *
   * @param body no longer than was asked for
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
  public record Answer(int status, byte[] body) {
    public boolean isOk() {
      return status / 100 == 2;
    }
  }

  private final AwsService service;
  private final Signature signature;
  private final SdkHttpClient http;
  private final Consumer<Duration> pause;

  /**
   * @param pause waits between attempts
   */
  public SignedHttp(
      AwsService service,
      AwsCredentialsProvider credentials,
      SdkHttpClient http,
      Consumer<Duration> pause) {
    this.service = service;
    this.signature = new Signature(service, credentials);
    this.http = http;
    this.pause = pause;
  }

  public AwsService service() {
    return service;
  }

  /**
   * Sends it, and again if the service asks for that or is in trouble.
   *
   * @param atMost how many bytes of the answer are read
   * @throws UncheckedIOException if there is no answer. A {@code POST} is not sent again then: it
   *     may have been carried out.
   */
  public Answer send(SdkHttpRequest request, byte[] body, int atMost) {
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == ATTEMPTS;
      try {
        Answer answer = once(request, body, atMost);
        if (last || !isTransient(answer.status)) {
          return answer;
        }
      } catch (IOException lost) {
        if (last || request.method() == SdkHttpMethod.POST) {
          throw new UncheckedIOException(lost);
        }
      }
      pause.accept(FIRST_PAUSE.multipliedBy(1L << attempt));
    }
  }

  /** An address under which anybody may send this request for a while. */
  public URI presign(SdkHttpRequest request, Duration life) {
    return signature.presign(request, life);
  }

  /**
   * Sends it, whatever comes of that.
   *
   * @param atMost how many bytes of the answer are read
   */
  public Answer once(SdkHttpRequest request, byte[] body, int atMost) throws IOException {
    SdkHttpRequest complete =
        body.length == 0
            ? request
            : request.toBuilder()
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
    HttpExecuteRequest.Builder execute =
        HttpExecuteRequest.builder().request(signature.sign(complete, body));
    if (body.length > 0) {
      execute.contentStreamProvider(ContentStreamProvider.fromByteArray(body));
    }
    HttpExecuteResponse response = http.prepareRequest(execute.build()).call();
    SdkHttpResponse head = response.httpResponse();
    if (response.responseBody().isEmpty()) {
      return new Answer(head.statusCode(), new byte[0]);
    }
    try (InputStream content = response.responseBody().get()) {
      return new Answer(head.statusCode(), content.readNBytes(atMost));
    }
  }

  private static boolean isTransient(int status) {
    return status == 429 || status >= 500;
  }
}
