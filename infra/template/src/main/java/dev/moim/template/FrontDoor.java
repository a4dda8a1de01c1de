package dev.moim.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address in front of all APIs: the path of a request says which of them answers.
 *
 * @param paths the first that matches decides
 * @param polling where clients are sent that would poll at a path of a socket; empty if nowhere
 */
public record FrontDoor(List<Path> paths, Optional<Polling> polling) {

  public FrontDoor {
    paths = List.copyOf(paths);
  }

  public FrontDoor(List<Path> paths) {
    this(paths, Optional.empty());
  }

  /**
   * An HTTP API that talks to them.
   *
   * @param api its physical name
   * @param path at which it has routes for them
   */
  public record Polling(String api, String path) {}

  /**
   * Where some paths lead.
   *
   * @param pattern of a whole path: {@code *} stands for any text, {@code ?} for one character
   * @param api the API's physical name
   */
  public record Path(String pattern, String api) {

    boolean matches(String path) {
      String quoted = Pattern.quote(pattern);
      return path.matches(quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }
  }

  /** The API that requests for this path reach. */
  public Optional<String> apiAt(String path) {
    return paths.stream().filter(it -> it.matches(path)).map(Path::api).findFirst();
  }
}
