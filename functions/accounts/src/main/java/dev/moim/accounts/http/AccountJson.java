package dev.moim.accounts.http;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Profile;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.PictureStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts, under the document's names and those its clients read. */
final class AccountJson {

  private final PictureStore pictures;

  AccountJson(PictureStore pictures) {
    this.pictures = pictures;
  }

  /** To the person themselves. */
  Map<String, @Nullable Object> own(Account account) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("userId", account.id());
    json.put("nickname", account.names().nickname().text());
    json.put("phoneNumber", phone(account));
    json.put("phone", phone(account));
    json.put("email", account.names().email() == null ? null : account.names().email().text());
    json.put("gender", null);
    json.put("birth", null);
    json.put("profileImage", picture(account));
    json.put("profileImageUrl", picture(account));
    json.put("introduction", null);
    json.put("mbti", null);
    json.put("oauthProvider", account.kakao() == null ? null : "KAKAO");
    if (account.profile() != null) {
      json.putAll(profile(account.profile()));
    }
    return json;
  }

  /** To others; nothing as long as there is no profile. */
  Optional<Map<String, @Nullable Object>> shown(Account account) {
    if (account.profile() == null) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("userId", account.id());
    json.put("nickname", account.names().nickname().text());
    json.putAll(profile(account.profile()));
    json.put("profileImageUrl", picture(account));
    return Optional.of(json);
  }

  /** The answer to a new profile. */
  Map<String, @Nullable Object> created(Account account) {
    Map<String, @Nullable Object> json =
        new LinkedHashMap<>(profile(Objects.requireNonNull(account.profile())));
    json.put("profileImageUrl", picture(account));
    return json;
  }

  static @Nullable String phone(Account account) {
    return account.names().phone() == null ? null : account.names().phone().text();
  }

  private @Nullable String picture(Account account) {
    return account.picture() == null
        ? null
        : pictures.url(new PictureName(account.picture()), PictureSize.FULL).toString();
  }

  private static Map<String, @Nullable Object> profile(Profile profile) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("gender", profile.gender().name());
    json.put("birth", profile.birth().toString());
    json.put("introduction", profile.introduction());
    json.put("mbti", profile.mbti() == null ? null : profile.mbti().name());
    return json;
  }

  /** What an account keeps of somebody, but for what only proves things. */
  Map<String, @Nullable Object> export(Account account) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account", own(account));
    json.put("kakaoId", account.kakao() == null ? null : account.kakao().number());
    json.put("createdAt", Timestamps.iso(account.createdAt()));
    json.put(
        "logins",
        account.sessions().values().stream()
            .map(session ->
                Map.of(
                    "usedAt", Timestamps.iso(session.rotatedAt()),
                    "expiresAt", Timestamps.iso(session.expiresAt())))
            .toList());
    return json;
  }
}
