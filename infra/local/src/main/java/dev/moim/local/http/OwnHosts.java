package dev.moim.local.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private final Set<String> names;

  /**
   * @param trusted pages of theirs may read all there is anyway, so their hosts are as good
   */
  public OwnHosts(List<Origin> trusted, Handler next) {
    super(next);
    this.names =
        Stream.concat(NAMES.stream(), trusted.stream().map(Origin::host))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String name = Request.getServerName(request);
    if (name == null || !names.contains(name.toLowerCase(Locale.ROOT))) {
      Response.writeError(request, response, callback, 403);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
