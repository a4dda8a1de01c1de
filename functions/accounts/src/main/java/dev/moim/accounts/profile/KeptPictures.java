package dev.moim.accounts.profile;

import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureStore;
import dev.moim.shared.uploads.Pictures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pictures of people, by the names under which their accounts remember them. */
public final class KeptPictures {

  private final PictureStore store;

  public KeptPictures(PictureStore store) {
    this.store = store;
  }

  /**
   * Cleans and keeps what somebody sent.
   *
   * @param file nothing if they sent none
   * @throws dev.moim.shared.kernel.DomainException a {@link dev.moim.shared.uploads.UploadError}
   */
  Optional<String> keep(long userId, Optional<byte[]> file) {
    return file.map(bytes -> store.put(folder(userId), Pictures.clean(bytes)).text());
  }

  /** Forgets one that nobody will ask for again. */
  void drop(@Nullable String picture) {
    if (picture != null) {
      store.delete(new PictureName(picture));
    }
  }

  /** Forgets all of somebody's. */
  public void dropAll(long userId) {
    store.deleteAll(folder(userId));
  }

  private static Folder folder(long userId) {
    return Folder.ofUser(Long.toString(userId));
  }
}
