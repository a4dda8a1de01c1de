package dev.moim.accounts.argon2;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.types.Argon2;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.Passwords;
import dev.moim.shared.kernel.Lazy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Argon2id (RFC 9106), in the form that names its parameters: {@code $argon2id$v=19$m=…}. */
public final class Argon2Passwords implements Passwords {

  /** What OWASP asks for at least, with one lane: a function has one processor or less. */
  public static final Cost COST = new Cost(19 * 1024, 2);

  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int VERSION = Argon2Function.ARGON2_VERSION_13;

  private final Argon2Function function;
  private final Lazy<String> nobodys;

  /**
   * @param kibibytes of memory a hash takes
   * @param passes over that memory
   */
  public record Cost(int kibibytes, int passes) {}

  public Argon2Passwords(Cost cost) {
    function =
        Argon2Function.getInstance(
            cost.kibibytes(), cost.passes(), LANES, HASH_BYTES, Argon2.ID, VERSION);
    nobodys = new Lazy<>(() -> hash(new Password("nobody's password")));
  }

  /** The salt is drawn with a source made for it: one kept would be part of a snapshot. */
  @Override
  public String hash(Password password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return function.hash(bytes(password), salt).getResult();
  }

  @Override
  public boolean matches(Password password, String hash) {
    byte[] known = hash.getBytes(StandardCharsets.US_ASCII);
    return function.equals(of(hash))
        ? function.check(bytes(password), known)
        : of(hash).check(bytes(password), known);
  }

  @Override
  public void pretend(Password password) {
    matches(password, nobodys.get());
  }

  @Override
  public boolean isOutdated(String hash) {
    return !function.equals(of(hash));
  }

  private static Argon2Function of(String hash) {
    try {
      return Argon2Function.getInstanceFromHash(hash);
    } catch (BadParametersException unknown) {
      throw new IllegalStateException("the table has a password in an unknown form", unknown);
    }
  }

  private static byte[] bytes(Password password) {
    return password.text().getBytes(StandardCharsets.UTF_8);
  }
}
