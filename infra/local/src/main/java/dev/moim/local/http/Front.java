package dev.moim.local.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Jetty's end of HTTP: asks one endpoint after the other, the first that answers wins. */
public final class Front extends Handler.Abstract {

  private volatile List<Endpoint> endpoints;

  /**
   * @param first asked before all others, and alone until {@link #serve}
   */
  public Front(Endpoint first) {
    this.endpoints = List.of(first);
  }

  public void serve(List<Endpoint> others) {
    endpoints = Stream.concat(Stream.of(endpoints.getFirst()), others.stream()).toList();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Call call = call(request);
    Reply reply = answer(call);
    response.setStatus(reply.status());
    reply
        .headers()
        .forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
    byte[] body = call.method().equals("HEAD") ? new byte[0] : reply.body();
    response.getHeaders().put("content-length", reply.body().length);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private Reply answer(Call call) throws IOException {
    for (Endpoint endpoint : endpoints) {
      Optional<Reply> reply = endpoint.answer(call);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    return Reply.message(404, "Not Found");
  }

  private static Call call(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request
        .getHeaders()
        .forEach(field ->
            headers
                .computeIfAbsent(
                    field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(String.valueOf(field.getValue())));
    var uri = request.getHttpURI();
    return new Call(
        request.getMethod(),
        uri.getPath(),
        uri.getQuery() == null ? "" : uri.getQuery(),
        request.getConnectionMetaData().getProtocol(),
        Request.getServerName(request) + ":" + Request.getServerPort(request),
        Request.getRemoteAddr(request),
        headers,
        Content.Source.asInputStream(request));
  }
}
