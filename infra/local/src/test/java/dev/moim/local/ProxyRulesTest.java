package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to write into nginx leads to every family. */
class ProxyRulesTest {

  private static final Path ROOT = Path.of(System.getProperty("moim.root"));
  private static final Pattern BLOCK = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

  private static final String CONFIGURATION =
      """
      daemon off;
      pid nginx.pid;
      error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        server {
          listen 127.0.0.1:%d;
      %s
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void everyFamilyAnswersThroughThem() throws Exception {
    int port = freePort();
    try (LocalCloud cloud = LocalCloud.start(LocalOptions.of(ROOT))) {
      // The hosts of the outputs are one here.
      String rules = rules().replaceAll("https://\\w+", cloud.url().toString());
      Process nginx = nginx(CONFIGURATION.formatted(port, rules.indent(4)));
      try {
        Patience.until("nginx listens", () -> isOpen(port));
        String http = "http://127.0.0.1:" + port;
        String ws = "ws://127.0.0.1:" + port;
        assertThat(SmokeTest.ask("licenses", URI.create(http + "/v1"))).isEmpty();
        assertThat(SmokeTest.ask("rooms", URI.create(http + "/api"))).isEmpty();
        assertThat(SmokeTest.ask("studies", URI.create(http + "/api/my-studies"))).isEmpty();
        assertThat(SmokeTest.ask("accounts", URI.create(http + "/api/v1"))).isEmpty();
        assertThat(SmokeTest.ask("meetings", URI.create(http + "/api/v1"))).isEmpty();
        assertThat(SmokeTest.ask("chat", URI.create(http + "/api/v1"))).isEmpty();
        assertThat(SmokeTest.ask("chat socket", URI.create(ws + "/ws"))).isEmpty();
        assertThat(SmokeTest.ask("calls", URI.create(ws + "/calls"))).isEmpty();
        assertThat(SmokeTest.ask("study socket", URI.create(ws + "/study/"))).isEmpty();
        assertThat(SmokeTest.ask("study socket", URI.create(ws + "/socket.io/"))).isEmpty();
        for (String path : List.of("/socket.io/", "/study/", "/calls/")) {
          assertThat(body(http + path + "?EIO=4&transport=polling")).startsWith("0{\"sid\":\"");
        }
        assertThat(SmokeTest.ask("rooms", URI.create(http + "/api/auth"))).isPresent();
      } finally {
        nginx.destroy();
        assertThat(nginx.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static String body(String url) throws IOException {
    try (InputStream answer = URI.create(url).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String rules() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(block.find()).as("README.md has rules for nginx").isTrue();
    return block.group(1);
  }

  private Process nginx(String configuration) throws IOException {
    Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    try {
      return new ProcessBuilder("nginx", "-p", folder.toString(), "-c", file.toString())
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("log").toFile())
          .start();
    } catch (IOException absent) {
      System.out.println("SKIPPED: rules for nginx; it is not on the PATH");
      Assumptions.abort("nginx is not on the PATH");
      throw absent;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isOpen(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException closed) {
      return false;
    }
  }
}
