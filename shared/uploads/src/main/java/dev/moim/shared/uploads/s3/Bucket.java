package dev.moim.shared.uploads.s3;

import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.http.SignedHttp;
import dev.moim.shared.aws.http.SignedHttp.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A bucket of S3, as far as pictures need it. Keys have letters, digits, {@code /-_} and no more.
 */
public final class Bucket {

  private static final Pattern KEY = Pattern.compile("<Key>([\\w/-]+)</Key>");
  private static final int MAX_LIST_BYTES = 4_000_000;
  private static final byte[] NOTHING = {};

  private final SignedHttp s3;
  private final URI address;

  private Bucket(SignedHttp s3, URI address) {
    this.s3 = s3;
    this.address = address;
  }

  /**
   * @param name as the template's output has it
   */
  public static Bucket of(AwsClients aws, String name) {
    SignedHttp s3 = aws.signed("s3", "S3");
    String address =
        s3.service()
            .endpoint()
            .map(endpoint -> endpoint.toString().replaceFirst("/$", "") + "/" + name)
            .orElseGet(() -> "https://" + name + ".s3." + s3.service().region() + ".amazonaws.com");
    return new Bucket(s3, URI.create(address));
  }

  /**
   * @param headers what a browser is to be told with it, {@code content-type} for instance
   */
  void put(String key, Map<String, String> headers, byte[] content) {
    expectOk("PUT", s3.send(request(SdkHttpMethod.PUT, key, headers), content, 0));
  }

  /**
   * @return nothing if there is none; who may not list what is there is told 403 of that
   */
  Optional<byte[]> get(String key, int atMost) {
    Answer answer = s3.send(request(SdkHttpMethod.GET, key, Map.of()), NOTHING, atMost);
    if (answer.status() == 404 || answer.status() == 403) {
      return Optional.empty();
    }
    expectOk("GET", answer);
    return Optional.of(answer.body());
  }

  /** One that is not there is no error. */
  void delete(String key) {
    Answer answer = s3.send(request(SdkHttpMethod.DELETE, key, Map.of()), NOTHING, 0);
    if (answer.status() != 404) {
      expectOk("DELETE", answer);
    }
  }

  /** Deletes everything whose key begins so. */
  void deleteAll(String prefix) {
    for (List<String> keys = list(prefix); !keys.isEmpty(); keys = list(prefix)) {
      keys.forEach(this::delete);
    }
  }

  /** The first thousand; keys of ours need no decoding. */
  private List<String> list(String prefix) {
    SdkHttpRequest request =
        request(SdkHttpMethod.GET, "", Map.of()).toBuilder()
            .putRawQueryParameter("list-type", "2")
            .putRawQueryParameter("prefix", prefix)
            .build();
    Answer answer = s3.send(request, NOTHING, MAX_LIST_BYTES);
    expectOk("LIST", answer);
    return KEY.matcher(new String(answer.body(), StandardCharsets.UTF_8))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  /** Where somebody may get it for a while. */
  URI signedGet(String key, Duration life) {
    return s3.presign(request(SdkHttpMethod.GET, key, Map.of()), life);
  }

  /** Where somebody may put it for a while, if they send these headers. */
  URI signedPut(String key, Map<String, String> headers, Duration life) {
    return s3.presign(request(SdkHttpMethod.PUT, key, headers), life);
  }

  private SdkHttpRequest request(SdkHttpMethod method, String key, Map<String, String> headers) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(method).uri(URI.create(address + "/" + key));
    headers.forEach(request::putHeader);
    return request.build();
  }

  private static void expectOk(String what, Answer answer) {
    if (!answer.isOk()) {
      throw new IllegalStateException("S3 answered " + answer.status() + " to a " + what);
    }
  }
}
