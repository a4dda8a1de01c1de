package dev.moim.local.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's own errors in API Gateway's words, {@code {"message":"Not Found"}}: no HTML, no trace of
 * what went wrong inside.
 */
public final class JsonErrors extends ErrorHandler {

  private static final HttpField TYPE = new HttpField(HttpHeader.CONTENT_TYPE, "application/json");

  /** A body for every method, not only those of pages. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(TYPE);
    response.write(true, ByteBuffer.wrap(body(status)), callback);
  }

  private static byte[] body(int status) {
    // Jetty calls it "Server Error".
    String message = status == 500 ? "Internal Server Error" : HttpStatus.getMessage(status);
    return Reply.message(status, message).body();
  }
}
