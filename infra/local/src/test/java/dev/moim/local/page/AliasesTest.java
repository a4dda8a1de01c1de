package dev.moim.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.http.Call;
import dev.moim.local.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AliasesTest {

  /** Answers with the path that it was asked for. */
  private final Aliases aliases = new Aliases(call -> Optional.of(Reply.text(200, call.rawPath())));

  @Test
  void scriptsAreWherePagesOfOtherServersLookForThem() throws IOException {
    assertThat(asked("/knowledgetalk.min.js")).contains("/sdk/knowledgetalk.min.js");
    assertThat(asked("/socket.io/socket.io.min.js"))
        .contains("/node_modules/socket.io-client/dist/socket.io.min.js");
    assertThat(asked("/socket.io/")).isEmpty();
    assertThat(asked("/sdk/knowledgetalk.min.js")).isEmpty();
  }

  private Optional<String> asked(String path) throws IOException {
    Call call =
        new Call(
            "GET",
            path,
            "",
            "HTTP/1.1",
            "localhost:3000",
            "",
            Map.of(),
            InputStream.nullInputStream());
    return aliases.answer(call).map(reply -> new String(reply.body(), StandardCharsets.UTF_8));
  }
}
