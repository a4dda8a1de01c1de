package dev.moim.chat.message;

import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.PictureStore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where pictures of people and meetings are to be seen. */
public final class Portraits {

  private final Supplier<PictureStore> store;

  /**
   * @param store asked for only where there is a picture
   */
  public Portraits(Supplier<PictureStore> store) {
    this.store = store;
  }

  /** Of somebody, as small as it is shown. */
  public String person(@Nullable String name) {
    return name == null ? "" : url(name, PictureSize.THUMBNAIL);
  }

  /** Of a meeting. */
  public @Nullable String meeting(@Nullable String name) {
    return name == null ? null : url(name, PictureSize.FULL);
  }

  private String url(String name, PictureSize size) {
    return store.get().url(new PictureName(name), size).toString();
  }
}
