package dev.moim.local.http;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests to this machine's own names and, as API Gateway does for a host it does not
 * know, 403 to all others. A page elsewhere could let its own name resolve here, and the browser
 * would let it read whatever this machine gives without a token.
 */
public final class OwnHosts extends Handler.Wrapper {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  public OwnHosts(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String name = Request.getServerName(request);
    if (name == null || !NAMES.contains(name.toLowerCase(Locale.ROOT))) {
      Response.writeError(request, response, callback, 403);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
