package dev.moim.shared.licenses;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.licenses.License.Peak;
import java.time.Clock;
import java.util.Set;

/**
 * A license with its secrets, which exist in clear only here, at the moment it is made.
 *
 * @param authKey for {@code register}, together with the license's cpCode
 * @param secretKey for {@code /v1/auth}, together with the license's id as accessKey
 */
public record NewLicense(License license, String authKey, String secretKey) {

  private static final int ID_LENGTH = 11;
  private static final int SECRET_LENGTH = 43;

  public static NewLicense issue(String domain, int roomLimit, Clock clock) {
    String authKey = newKey();
    String secretKey = newKey();
    License license =
        new License(
            Ids.base36(ID_LENGTH),
            domain,
            roomLimit,
            true,
            clock.millis(),
            HashedKey.of(Secrets.hash(authKey)),
            HashedKey.of(Secrets.hash(secretKey)),
            Set.of(),
            Peak.NONE);
    return new NewLicense(license, authKey, secretKey);
  }

  static String newKey() {
    return Ids.base62(SECRET_LENGTH);
  }
}
