package dev.moim.meetings.meeting;

import dev.moim.shared.people.Person;
import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.PictureStore;
import dev.moim.shared.uploads.Pictures;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pictures of meetings, and of those who apply for them. */
public final class Thumbnails {

  private final Supplier<PictureStore> store;

  /**
   * @param store asked for only where there is a picture
   */
  public Thumbnails(Supplier<PictureStore> store) {
    this.store = store;
  }

  /**
   * Cleans and keeps what somebody has sent.
   *
   * @return its name, if they sent anything
   * @throws dev.moim.shared.kernel.DomainException an {@link dev.moim.shared.uploads.UploadError}
   */
  @Nullable String keep(long meetingId, Optional<byte[]> upload) {
    if (upload.isEmpty()) {
      return null;
    }
    Folder folder = Folder.ofMeeting(Long.toString(meetingId));
    return store.get().put(folder, Pictures.clean(upload.get())).text();
  }

  /** Deletes a picture; one that is gone already is no error. */
  public void drop(@Nullable String name) {
    if (name != null) {
      store.get().delete(new PictureName(name));
    }
  }

  /** Where a browser finds it. */
  public @Nullable String url(@Nullable String name) {
    return url(name, PictureSize.FULL);
  }

  /** Where it finds somebody's, as small as lists show it. */
  public @Nullable String portrait(Person person) {
    return url(person.picture(), PictureSize.THUMBNAIL);
  }

  private @Nullable String url(@Nullable String name, PictureSize size) {
    return name == null ? null : store.get().url(new PictureName(name), size).toString();
  }
}
