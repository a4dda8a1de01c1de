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
 * {@code /docs}: infra/openapi.yaml and infra/asyncapi.yaml, as they are, as JSON, and in a viewer
 * each. The viewers are packages that npm installs into web/node_modules, so nothing comes from
 * elsewhere and they work without a network.
 */
public final class Docs implements Endpoint {

  private static final String SAME_ORIGIN =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; script-src 'self'";

  /** AsyncAPI's parser compiles JSON schemas to functions. */
  private static final String WITH_EVAL = SAME_ORIGIN + " 'unsafe-eval'";

  private final Path folder;

  /**
   * @param folder where the two documents are
   */
  public Docs(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    return switch (call.rawPath()) {
      case "/docs", "/docs/" -> Optional.of(page("docs.html", SAME_ORIGIN));
      case "/docs/sockets" -> Optional.of(page("sockets.html", WITH_EVAL));
      case "/docs/docs.js" -> Optional.of(resource("docs.js", "text/javascript; charset=utf-8"));
      case "/docs/docs.css" -> Optional.of(resource("docs.css", "text/css; charset=utf-8"));
      case "/docs/openapi.yaml" -> text("openapi.yaml");
      case "/docs/asyncapi.yaml" -> text("asyncapi.yaml");
      case "/docs/openapi.json" -> json("openapi.yaml");
      case "/docs/asyncapi.json" -> json("asyncapi.yaml");
      default -> Optional.empty();
    };
  }

  private Optional<Reply> text(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file)
        ? Optional.of(Reply.text(200, Files.readString(file)).notStored())
        : Optional.empty();
  }

  private Optional<Reply> json(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return Optional.of(Reply.json(200, yaml.<Object>load(Files.readString(file))).notStored());
  }

  private static Reply page(String name, String policy) throws IOException {
    return resource(name, "text/html; charset=utf-8").with("content-security-policy", policy);
  }

  private static Reply resource(String name, String type) throws IOException {
    try (InputStream stream = Docs.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("the build left out " + name);
      }
      return Reply.of(200, type, stream.readAllBytes()).notStored();
    }
  }
}
