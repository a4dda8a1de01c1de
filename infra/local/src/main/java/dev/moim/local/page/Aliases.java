package dev.moim.local.page;

import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Scripts that pages of other servers look for at paths of theirs. */
public final class Aliases implements Endpoint {

  private static final String SOCKET_IO = "/node_modules/socket.io-client/dist";
  private static final Map<String, String> PATHS =
      Map.of(
          "/knowledgetalk.min.js", "/sdk/knowledgetalk.min.js",
          "/socket.io/socket.io.js", SOCKET_IO + "/socket.io.js",
          "/socket.io/socket.io.min.js", SOCKET_IO + "/socket.io.min.js");

  private final Endpoint files;

  /**
   * @param files has them at its own paths
   */
  public Aliases(Endpoint files) {
    this.files = files;
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    String path = PATHS.get(call.rawPath());
    return path == null ? Optional.empty() : files.answer(call.at(path));
  }
}
