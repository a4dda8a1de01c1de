package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The documented events of one handler, which its jar holds: {@code events/<family>/}. */
final class ExampleEvents {

  private static final String HANDLER = "Handler";
  private static final Pattern CONNECTION = Pattern.compile("(\"connectionId\": *)\"[^\"]*\"");

  private final Class<?> handler;

  ExampleEvents(RequestHandler<?, ?> handler) {
    this.handler = handler.getClass();
  }

  /** Their names, whether or not there is a file. */
  List<String> names() {
    Examples examples = handler.getAnnotation(Examples.class);
    if (examples != null) {
      return List.of(examples.value());
    }
    String name = handler.getSimpleName().replaceFirst(HANDLER + "$", "");
    if (name.isEmpty()) {
      return List.of();
    }
    return List.of(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
  }

  /**
   * As Lambda hands them over; none where they were not packed, as in an IDE.
   *
   * @param connectionId of the sockets they come from: what is remembered of a socket, such as how
   *     much it asks for, is not to be remembered of one that may come
   */
  List<byte[]> from(String connectionId) {
    List<byte[]> found = new ArrayList<>();
    for (String name : names()) {
      String path = "/events/" + family() + "/" + name + ".json";
      try (InputStream file = handler.getResourceAsStream(path)) {
        if (file != null) {
          String event = new String(file.readAllBytes(), StandardCharsets.UTF_8);
          found.add(
              CONNECTION
                  .matcher(event)
                  .replaceAll("$1\"" + connectionId + '"')
                  .getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  /** {@code dev.moim.calls.websocket} is of calls. */
  private String family() {
    String[] packages = handler.getPackageName().split("\\.");
    return packages.length > 2 ? packages[2] : "";
  }
}
