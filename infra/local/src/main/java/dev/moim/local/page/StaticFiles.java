package dev.moim.local.page;

import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a folder, never cached: an edit shows with the next reload. Pages of every origin
 * may load them, as those do that take the SDK from here.
 */
public final class StaticFiles implements Endpoint {

  private static final String UTF8 = "; charset=utf-8";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html" + UTF8),
          Map.entry("css", "text/css" + UTF8),
          Map.entry("js", "text/javascript" + UTF8),
          Map.entry("mjs", "text/javascript" + UTF8),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain" + UTF8),
          Map.entry("md", "text/plain" + UTF8),
          Map.entry("wasm", "application/wasm"));

  private final Path folder;

  public StaticFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
    Optional<Path> file = reads ? file(call.rawPath()) : Optional.empty();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    byte[] content = Files.readAllBytes(file.get());
    return Optional.of(
        Reply.of(200, type(file.get()), content)
            .notStored()
            .with("x-content-type-options", "nosniff")
            .with("access-control-allow-origin", "*"));
  }

  private Optional<Path> file(String rawPath) throws IOException {
    try {
      String path = URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
      Path file = folder.resolve(path.substring(1)).normalize();
      if (Files.isDirectory(file)) {
        file = file.resolve("index.html");
      }
      // The real path: a link must not lead out of the folder either.
      boolean inside =
          file.startsWith(folder)
              && Files.isRegularFile(file)
              && file.toRealPath().startsWith(folder.toRealPath());
      return inside ? Optional.of(file) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String type(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }
}
