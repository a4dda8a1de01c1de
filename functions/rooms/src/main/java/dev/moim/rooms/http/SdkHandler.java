package dev.moim.rooms.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.shared.lambda.Examples;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /sdk/moim.min.js} and {@code GET /sdk/knowledgetalk.min.js}: the SDK in one file, and
 * KnowledgeTalk's surface over it, as the build found them in web/sdk, for pages of a deployment.
 * Browsers keep them for an hour.
 */
@Examples({"moim.min.js", "knowledgetalk.min.js"})
public final class SdkHandler extends HttpEndpoint {

  private static final String TYPE = "text/javascript; charset=utf-8";

  private static final String KNOWLEDGETALK = "knowledgetalk.min.js";

  private final String moim = read("moim.min.js");
  private final String knowledgetalk = read(KNOWLEDGETALK);

  public SdkHandler() {
    super(new RoomErrors(""));
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    String script = request.route().endsWith(KNOWLEDGETALK) ? knowledgetalk : moim;
    return HttpReply.text(TYPE, script).with("cache-control", "public, max-age=3600");
  }

  @Override
  protected void prime() {
    serve(new HttpRequest(new APIGatewayV2HTTPEvent()));
  }

  private static String read(String name) {
    try (InputStream file = SdkHandler.class.getResourceAsStream("/sdk/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
