package dev.moim.local.page;

import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code /docs}: a page that shows infra/openapi.yaml and infra/asyncapi.yaml, which it gets as
 * JSON. Nothing comes from elsewhere, so it works without a network.
 */
public final class Docs implements Endpoint {

  private final Path folder;

  public Docs(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    return switch (call.rawPath()) {
      case "/docs", "/docs/" -> Optional.of(page("docs.html", "text/html; charset=utf-8"));
      case "/docs/docs.js" -> Optional.of(page("docs.js", "text/javascript; charset=utf-8"));
      case "/docs/docs.css" -> Optional.of(page("docs.css", "text/css; charset=utf-8"));
      case "/docs/openapi.json" -> document("openapi.yaml");
      case "/docs/asyncapi.json" -> document("asyncapi.yaml");
      default -> Optional.empty();
    };
  }

  private Optional<Reply> document(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return Optional.of(Reply.json(200, yaml.<Object>load(Files.readString(file))));
  }

  private static Reply page(String resource, String type) throws IOException {
    try (InputStream stream = Docs.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("the build left out " + resource);
      }
      return Reply.of(200, type, stream.readAllBytes()).notStored();
    }
  }
}
