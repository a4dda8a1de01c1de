package dev.moim.studies.identity.nextauth;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
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
 *
 * @param cookie the name of the cookie it came in
 * @param jwe in compact form
 */
record SessionToken(String cookie, String jwe) {

  /** How HKDF gets from the secret to a key. */
  private record Derivation(String salt, String info, int length) {}

  /** The claims; empty unless they were encrypted with this secret for a cookie of this name. */
  Optional<Map<String, @Nullable Object>> decrypt(String secret) {
    return parsed()
        .flatMap(object ->
            derivation(object.getHeader()).flatMap(how -> decrypted(object, derive(secret, how))));
  }

  private Optional<JWEObject> parsed() {
    try {
      return Optional.of(JWEObject.parse(jwe));
    } catch (ParseException | RuntimeException noJwe) {
      // The library stumbles over headers that no JWE has: "alg":"none", or no "enc".
      return Optional.empty();
    }
  }

  private static Optional<Map<String, @Nullable Object>> decrypted(JWEObject object, byte[] key) {
    try {
      object.decrypt(new DirectDecrypter(key));
      return Optional.of(Json.readObject(object.getPayload().toString()));
    } catch (JOSEException | MalformedException forged) {
      return Optional.empty();
    }
  }

  private Optional<Derivation> derivation(JWEHeader header) {
    if (!JWEAlgorithm.DIR.equals(header.getAlgorithm())) {
      return Optional.empty();
    }
    EncryptionMethod method = header.getEncryptionMethod();
    if (EncryptionMethod.A256GCM.equals(method)) {
      return Optional.of(new Derivation("", "NextAuth.js Generated Encryption Key", 32));
    }
    if (EncryptionMethod.A256CBC_HS512.equals(method)) {
      String info = "Auth.js Generated Encryption Key (" + cookie + ")";
      return Optional.of(new Derivation(cookie, info, 64));
    }
    return Optional.empty();
  }

  /** HKDF (RFC 5869) with SHA-256. */
  private static byte[] derive(String secret, Derivation how) {
    HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(bytes(secret));
    if (!how.salt().isEmpty()) {
      extract.addSalt(bytes(how.salt()));
    }
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(extract.thenExpand(bytes(how.info()), how.length()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java 25 has HKDF-SHA256", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Neither the token nor what it was made for belongs into a log. */
  @Override
  public String toString() {
    return "SessionToken[" + cookie + "]";
  }
}
