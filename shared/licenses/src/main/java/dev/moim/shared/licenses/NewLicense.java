package dev.moim.shared.licenses;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.License.OpenRooms;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A license with its keys, which exist in clear only here, at the moment it is made. */
public record NewLicense(License license, Map<KeyName, String> keys) {

  private static final int ID_LENGTH = 11;
  private static final int SECRET_LENGTH = 43;

  public NewLicense {
    keys = Map.copyOf(keys);
  }

  public static NewLicense issue(String domain, int roomLimit, Clock clock) {
    Map<KeyName, String> keys = new EnumMap<>(KeyName.class);
    Map<KeyName, HashedKey> hashed = new EnumMap<>(KeyName.class);
    for (KeyName name : KeyName.values()) {
      String key = newKey();
      keys.put(name, key);
      hashed.put(name, HashedKey.of(HashedSecret.of(key).hex()));
    }
    String id = Ids.base36(ID_LENGTH);
    License license =
        new License(id, true, domain, roomLimit, clock.millis(), hashed, OpenRooms.NONE);
    return new NewLicense(license, keys);
  }

  /** For {@code register}, together with the license's cpCode. */
  public String authKey() {
    return key(KeyName.AUTH_KEY);
  }

  /** For {@code /v1/auth}, together with the license's id as accessKey. */
  public String secretKey() {
    return key(KeyName.SECRET_KEY);
  }

  private String key(KeyName name) {
    return Objects.requireNonNull(keys.get(name), "every license has each key");
  }

  static String newKey() {
    return Ids.base62(SECRET_LENGTH);
  }
}
