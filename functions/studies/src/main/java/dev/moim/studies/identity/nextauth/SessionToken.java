package dev.moim.studies.identity.nextauth;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a session cookie holds: a JWE (RFC 7516) that is encrypted with a key derived from the front
 * end's secret. Each library has its own encryption and its own derivation, so the one tells the
 * other.
 */
final class SessionToken {

  private SessionToken() {}

  /** The claims; empty unless they were encrypted with this secret for a cookie of this name. */
  static Optional<Map<String, @Nullable Object>> decrypt(
      String token, String secret, String cookieName) {
    try {
      JWEObject jwe = JWEObject.parse(token);
      Optional<byte[]> key = key(jwe, secret, cookieName);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      jwe.decrypt(new DirectDecrypter(key.get()));
      return Optional.of(Json.readObject(jwe.getPayload().toString()));
    } catch (ParseException | JOSEException | MalformedException forged) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> key(JWEObject jwe, String secret, String cookieName) {
    if (!JWEAlgorithm.DIR.equals(jwe.getHeader().getAlgorithm())) {
      return Optional.empty();
    }
    EncryptionMethod method = jwe.getHeader().getEncryptionMethod();
    if (EncryptionMethod.A256GCM.equals(method)) {
      return Optional.of(derive(secret, "", "NextAuth.js Generated Encryption Key", 32));
    }
    if (EncryptionMethod.A256CBC_HS512.equals(method)) {
      String info = "Auth.js Generated Encryption Key (" + cookieName + ")";
      return Optional.of(derive(secret, cookieName, info, 64));
    }
    return Optional.empty();
  }

  /** HKDF (RFC 5869) with SHA-256. */
  private static byte[] derive(String secret, String salt, String info, int length) {
    HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(bytes(secret));
    if (!salt.isEmpty()) {
      extract.addSalt(bytes(salt));
    }
    try {
      return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(bytes(info), length));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java 25 has HKDF-SHA256", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
