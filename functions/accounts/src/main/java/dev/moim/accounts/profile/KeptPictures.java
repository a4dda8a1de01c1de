package dev.moim.accounts.profile;

import dev.moim.shared.uploads.DirectUploads;
import dev.moim.shared.uploads.DirectUploads.Offer;
import dev.moim.shared.uploads.DirectUploads.Wish;
import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureStore;
import dev.moim.shared.uploads.Pictures;
import dev.moim.shared.uploads.TakeOver;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pictures of people, by the names under which their accounts remember them. */
public final class KeptPictures {

  private final PictureStore store;
  private final Supplier<DirectUploads> uploads;

  /**
   * @param uploads asked for only if there is one
   */
  public KeptPictures(PictureStore store, Supplier<DirectUploads> uploads) {
    this.store = store;
    this.uploads = uploads;
  }

  /**
   * Cleans and keeps what somebody sent.
   *
   * @throws dev.moim.shared.kernel.DomainException a {@link dev.moim.shared.uploads.UploadError}
   */
  Optional<String> keep(long userId, SentPicture sent) {
    return sent.file()
        .map(bytes -> store.put(folder(userId), Pictures.clean(bytes)))
        .or(() -> sent.upload().map(upload -> takeOver(userId, upload)))
        .map(PictureName::text);
  }

  private PictureName takeOver(long userId, String upload) {
    return new TakeOver(uploads.get(), store).run(folder(userId), upload);
  }

  /**
   * How somebody may send one past the API.
   *
   * @throws dev.moim.shared.kernel.DomainException as {@link DirectUploads#offer}
   */
  public Offer offer(long userId, Wish wish) {
    return uploads.get().offer(folder(userId), wish);
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
