package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./moim up} says to options before it builds anything. */
class UpCommandTest {

  private static final Path ROOT = Path.of(System.getProperty("moim.root"));

  @ParameterizedTest
  @CsvSource({
    "--shuffle many, --shuffle needs milliseconds from 0 to 10000",
    "--shuffle=10001, --shuffle needs milliseconds from 0 to 10000",
    "--shuffle, --shuffle needs milliseconds from 0 to 10000",
    "--cold -1, --cold needs a percentage from 0 to 100",
    "--cold=101, --cold needs a percentage from 0 to 100",
    "--cold --fresh, not '--fresh'",
    "--late 60001, --late needs milliseconds from 0 to 60000",
    "--twice=101, --twice needs a percentage from 0 to 100",
    "--port 0, --port needs a port from 1 to 65535",
    "--port=65536, --port needs a port from 1 to 65535",
    "--port 1e3, --port needs a port from 1 to 65535",
    "--origin localhost:3291, --origin needs an origin such as http://localhost:3291",
    "--origin=http://a/b, not 'http://a/b'",
    "--origin *, not '*'",
    "--origin, --origin needs an origin",
    "--set SocketIoFamily, What --set takes is something like SocketIoFamily=calls",
    "--set=Nothing=1, template.yaml has no parameter 'Nothing'",
    "--fresh --faster, ./moim up does not know '--faster'"
  })
  void badOptionsEndWithAMessage(String options, String message) throws Exception {
    Ended up = up(options.split(" "));
    assertThat(up.output()).contains(message);
    assertThat(up.exit()).isEqualTo(2);
  }

  @Test
  void helpDescribesEveryOption() throws Exception {
    String[] origins = {"--origin", "http://localhost:3291", "--origin=https://[::1]:1"};
    String set = "--set=SocketIoFamily=calls";
    Ended up =
        up(origins[0], origins[1], origins[2], set, "--shuffle", "200", "--cold=10", "--help");
    assertThat(up.output())
        .contains("--port N", "--fresh", "--shuffle MS", "--cold PERCENT", "--origin URL", "--set")
        .contains("--late MS", "--twice PERCENT");
    assertThat(up.exit()).isZero();
  }

  private static Ended up(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", ROOT.resolve("moim").toString(), "up"));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private record Ended(int exit, String output) {}
}
