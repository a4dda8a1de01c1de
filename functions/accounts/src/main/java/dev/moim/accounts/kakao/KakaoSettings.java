package dev.moim.accounts.kakao;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.wire.json.Json;
import java.util.regex.Pattern;

/**
 * Where Kakao is and how to prove which app we are.
 *
 * @param authUrl of logins
 * @param apiUrl of everything else
 */
public record KakaoSettings(String authUrl, String apiUrl, Keys keys) {

  /**
   * @param clientId the app's REST API key
   * @param clientSecret proves the app when it asks for tokens
   * @param adminKey lets it end somebody's consent
   */
  public record Keys(String clientId, String clientSecret, String adminKey) {

    /** Nothing: records end up in logs. */
    @Override
    public String toString() {
      return "Keys";
    }
  }

  private static final String AUTH = "https://kauth.kakao.com";
  private static final String API = "https://kapi.kakao.com";
  private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:\\[\\]-]+(?:/[\\w./-]*)?");

  /**
   * @param secret {@code {"clientId", "clientSecret", "adminKey"}}, and {@code authUrl} and {@code
   *     apiUrl} where something else stands in for Kakao
   * @throws dev.moim.shared.kernel.MalformedException if it is no JSON object
   * @throws FieldException if one of them is missing or malformed
   */
  public static KakaoSettings read(String secret) {
    Fields fields = new Fields(Json.readObject(secret));
    Keys keys =
        new Keys(fields.text("clientId"), fields.text("clientSecret"), fields.text("adminKey"));
    return new KakaoSettings(
        address(fields, "authUrl", AUTH), address(fields, "apiUrl", API), keys);
  }

  private static String address(Fields fields, String field, String unlessSet) {
    String url = fields.optionalText(field).orElse(unlessSet);
    if (!ADDRESS.matcher(url).matches()) {
      throw FieldException.invalid(field, "an address such as " + unlessSet);
    }
    return url.replaceFirst("/$", "");
  }

  /** Without the keys: records end up in logs. */
  @Override
  public String toString() {
    return "Kakao at " + authUrl;
  }
}
