package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.accounts.signup.VerificationCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where codes are kept. A plain hash of six digits hides nothing: whoever reads the table would try
 * all of them. So it takes the secret of the deployment too.
 */
public final class CodeKeys {

  private final Supplier<String> secret;

  public CodeKeys(Supplier<String> secret) {
    this.secret = secret;
  }

  Map<String, AttributeValue> of(VerificationCode code) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.get().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal(("code " + code.digits()).getBytes(StandardCharsets.UTF_8));
      return Map.of(Claims.ID, text("code#" + HexFormat.of().formatHex(hash)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
