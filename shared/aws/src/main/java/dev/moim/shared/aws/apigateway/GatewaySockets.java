package dev.moim.shared.aws.apigateway;

import dev.moim.shared.aws.http.SignedHttp;
import dev.moim.shared.aws.http.SignedHttp.Answer;
import dev.moim.shared.kernel.Sockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Sockets behind API Gateway's {@code @connections} API. A post costs one metered message per 32
 * KB.
 */
public final class GatewaySockets implements Sockets {

  /** What the API is called in signatures. */
  public static final String SIGNING_NAME = "execute-api";

  private static final int GONE = 410;
  private static final int TOO_LARGE = 413;
  private static final int MAX_ANSWER = 4_096;

  private final SignedHttp http;
  private final URI stage;

  /**
   * @param stage the socket API's management URL, {@code https://…/stage}
   */
  public GatewaySockets(SignedHttp http, URI stage) {
    this.http = http;
    this.stage = stage;
  }

  /** Once: whoever posts decides what is repeated. */
  @Override
  public Posted post(String connectionId, String text) {
    try {
      Answer answer = ask(SdkHttpMethod.POST, connectionId, text.getBytes(StandardCharsets.UTF_8));
      return switch (answer.status()) {
        case GONE -> Posted.GONE;
        case TOO_LARGE -> Posted.TOO_LONG;
        default -> answer.isOk() ? Posted.DELIVERED : Posted.UNKNOWN;
      };
    } catch (IOException | SdkException slowOrUnreachable) {
      return Posted.UNKNOWN;
    }
  }

  @Override
  public boolean isOpen(String connectionId) {
    return exists(SdkHttpMethod.GET, connectionId);
  }

  @Override
  public void close(String connectionId) {
    exists(SdkHttpMethod.DELETE, connectionId); // one that was closed already is as good
  }

  private boolean exists(SdkHttpMethod method, String connectionId) {
    try {
      Answer answer = ask(method, connectionId, new byte[0]);
      if (!answer.isOk() && answer.status() != GONE) {
        throw new IllegalStateException("the gateway answered " + answer.status());
      }
      return answer.isOk();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private Answer ask(SdkHttpMethod method, String connectionId, byte[] body) throws IOException {
    String path = stage.getRawPath() + "/@connections/" + SdkHttpUtils.urlEncode(connectionId);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(method)
            .protocol(stage.getScheme())
            .host(stage.getHost())
            .port(stage.getPort() < 0 ? null : stage.getPort())
            .encodedPath(path)
            .build();
    return http.once(request, body, MAX_ANSWER);
  }
}
