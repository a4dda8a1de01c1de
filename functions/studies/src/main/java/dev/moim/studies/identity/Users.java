package dev.moim.studies.identity;

import dev.moim.shared.kernel.Utf8;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.studies.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users as sessions and tokens describe them, within the sizes that a call's item has room for. */
public final class Users {

  private static final int ID_BYTES = 64;
  private static final int NAME_BYTES = 60;

  /** An address; some sessions hold the picture itself, which is shown to nobody. */
  private static final int AVATAR_BYTES = 512;

  private static final String ACTIVE = "ACTIVE";
  private static final int STATUS_LENGTH = 20;

  private Users() {}

  /**
   * NextAuth has the id in {@code sub}. Front ends whose users have a status put it into the
   * session beside it.
   */
  public static Identity ofSession(Map<String, @Nullable Object> claims) {
    String status = text(claims, "status");
    if (status != null && !status.equals(ACTIVE)) {
      return Identity.inactive(status.substring(0, Math.min(status.length(), STATUS_LENGTH)));
    }
    String sub = text(claims, "sub");
    String id = sub == null ? text(claims, "id") : sub;
    if (id == null) {
      return Identity.nobody();
    }
    String name = text(claims, "name");
    return of(Bearer.of(id).named(name == null ? "" : name).pictured(text(claims, "picture")));
  }

  static Identity of(Bearer bearer) {
    if (bearer.id().isBlank() || Utf8.bytes(bearer.id()) > ID_BYTES) {
      return Identity.nobody();
    }
    String avatar = bearer.avatar();
    boolean shown = avatar != null && Utf8.bytes(avatar) <= AVATAR_BYTES;
    String name = Utf8.cut(bearer.name(), NAME_BYTES);
    return new Identity.Known(User.of(bearer.id()).named(name).pictured(shown ? avatar : null));
  }

  private static @Nullable String text(Map<String, @Nullable Object> claims, String name) {
    return claims.get(name) instanceof String text ? text : null;
  }
}
