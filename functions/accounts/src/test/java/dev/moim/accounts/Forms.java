package dev.moim.accounts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Forms as browsers send them, and as API Gateway hands them over. */
final class Forms {

  static final String TYPE = "multipart/form-data; boundary=----b7e1";

  private Forms() {}

  /** A form with a JSON part and a file, both under the document's names, and a part too many. */
  static String of(String jsonPart, String json, byte[] picture) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "name=\"" + jsonPart + "\"", "application/json", bytes(json));
    part(body, "name=\"profileImage\"; filename=\"나.png\"", "image/png", picture);
    part(body, "name=\"stray\"", "text/plain", bytes("x"));
    body.writeBytes(bytes("------b7e1--\r\n"));
    return Base64.getEncoder().encodeToString(body.toByteArray());
  }

  /** A form with a JSON part and nothing else. */
  static String of(String jsonPart, String json) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "name=\"" + jsonPart + "\"", "application/json", bytes(json));
    body.writeBytes(bytes("------b7e1--\r\n"));
    return Base64.getEncoder().encodeToString(body.toByteArray());
  }

  private static void part(ByteArrayOutputStream body, String name, String type, byte[] content) {
    body.writeBytes(
        bytes(
            "------b7e1\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(name, type)));
    body.writeBytes(content);
    body.writeBytes(bytes("\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static AccountsApi.Answer profile(AccountsApi api, String token, String json, byte[] picture) {
    return api.request("POST /api/v1/profiles")
        .as(token)
        .header("content-type", TYPE)
        .binary(of("request", json, picture))
        .send();
  }

  static AccountsApi.Answer update(AccountsApi api, String token, String json, byte[] picture) {
    return api.request("PUT /api/v1/users/me")
        .as(token)
        .header("content-type", TYPE)
        .binary(of("updateRequest", json, picture))
        .send();
  }
}
