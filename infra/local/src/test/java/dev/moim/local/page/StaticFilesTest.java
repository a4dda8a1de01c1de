package dev.moim.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.http.Call;
import dev.moim.local.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {

  @TempDir Path folder;
  private StaticFiles files;

  @BeforeEach
  void write() throws IOException {
    Path web = Files.createDirectories(folder.resolve("web"));
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.writeString(Files.createDirectories(folder.resolve("web2")).resolve("a.txt"), "other");
    Files.writeString(web.resolve("index.html"), "<h1>hi</h1>");
    Files.writeString(Files.createDirectories(web.resolve("js")).resolve("a b.js"), "1");
    for (String name : new String[] {"a.css", "a.svg", "a.mjs", "a.json", "a.png", "a.bin"}) {
      Files.writeString(web.resolve(name), name);
    }
    Files.createSymbolicLink(web.resolve("link.txt"), folder.resolve("secret.txt"));
    files = new StaticFiles(web);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/index.html, text/html; charset=utf-8",
    "/js/a%20b.js, text/javascript; charset=utf-8",
    "/a.mjs, text/javascript; charset=utf-8",
    "/a.css, text/css; charset=utf-8",
    "/a.svg, image/svg+xml",
    "/a.json, application/json",
    "/a.png, image/png",
    "/a.bin, application/octet-stream"
  })
  void filesHaveTheirTypesAndAreNotCached(String path, String type) throws IOException {
    Reply reply = get(path).orElseThrow();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers())
        .contains(
            Map.entry("content-type", type),
            Map.entry("cache-control", "no-store"),
            Map.entry("access-control-allow-origin", "*"));
  }

  @Test
  void contentIsTheFiles() throws IOException {
    assertThat(new String(get("/").orElseThrow().body(), StandardCharsets.UTF_8))
        .isEqualTo("<h1>hi</h1>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/js/../../secret.txt",
        "/../web2/a.txt",
        "//etc/passwd",
        "/%2Fetc%2Fpasswd",
        "/link.txt",
        "/js",
        "/missing.html",
        "/%00",
        "/%zz"
      })
  void nothingElseIsServed(String path) throws IOException {
    assertThat(get(path)).isEmpty();
  }

  @Test
  void onlyReadingIsServed() throws IOException {
    assertThat(files.answer(call("POST", "/index.html"))).isEmpty();
    assertThat(files.answer(call("HEAD", "/index.html"))).isPresent();
  }

  @Test
  void missingFolderServesNothing() throws IOException {
    assertThat(new StaticFiles(folder.resolve("none")).answer(call("GET", "/"))).isEmpty();
  }

  private Optional<Reply> get(String path) throws IOException {
    return files.answer(call("GET", path));
  }

  private static Call call(String method, String path) {
    return new Call(
        method, path, "", "HTTP/1.1", "host", "::1", Map.of(), InputStream.nullInputStream());
  }
}
