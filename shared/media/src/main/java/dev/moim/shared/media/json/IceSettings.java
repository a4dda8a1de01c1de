package dev.moim.shared.media.json;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.media.IceServers;
import dev.moim.shared.media.IceServers.Turn;
import dev.moim.shared.wire.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/** The STUN and TURN servers of a deployment. */
public final class IceSettings {

  private static final int MAX_TURN_URLS = 20;
  private static final Pattern TURN_URL = Pattern.compile("turns?:\\S+");

  private IceSettings() {}

  public static IceServers of(Deployment deployment) {
    return new IceServers(
        deployment.settings().list("STUN_URLS"),
        deployment.secrets().find("TURN_SECRET", IceSettings::turn),
        deployment.clock());
  }

  /**
   * @param secret {@code {"urls", "secret"}}; the URLs as a list, or as a text with commas between
   *     them
   */
  static Turn turn(String secret) {
    Fields fields = new Fields(Json.readObject(secret));
    List<String> urls =
        fields.requiredRaw("urls") instanceof String text
            ? List.of(text.split(",")).stream().map(String::strip).toList()
            : fields.texts("urls", MAX_TURN_URLS);
    if (urls.isEmpty() || !urls.stream().allMatch(url -> TURN_URL.matcher(url).matches())) {
      throw FieldException.invalid("urls", "URLs such as turn:turn.example.com:3478");
    }
    return new Turn(urls, fields.text("secret"));
  }
}
