package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.accounts.signup.VerificationCode;
import dev.moim.shared.kernel.HmacSha256;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
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
    byte[] hash = HmacSha256.of(secret.get(), "code " + code.digits());
    return Map.of(Claims.ID, text("code#" + HexFormat.of().formatHex(hash)));
  }
}
