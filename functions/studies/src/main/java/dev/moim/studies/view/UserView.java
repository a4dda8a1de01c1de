package dev.moim.studies.view;

import dev.moim.studies.User;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How users are written, in answers and in events alike. */
public final class UserView {

  private UserView() {}

  public static Map<String, @Nullable Object> of(User user) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", user.id());
    view.put("name", user.name());
    view.put("avatar", user.avatar());
    return view;
  }
}
