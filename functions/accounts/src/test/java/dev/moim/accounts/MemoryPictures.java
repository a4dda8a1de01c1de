package dev.moim.accounts;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.uploads.DirectUploads;
import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.Picture;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.PictureStore;
import dev.moim.shared.uploads.Pictures;
import dev.moim.shared.uploads.UploadError;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Pictures in memory, and files on their way. */
final class MemoryPictures implements PictureStore, DirectUploads {

  final Map<PictureName, Picture> kept = new ConcurrentHashMap<>();

  /** What was sent, by folder and upload. */
  final Map<String, byte[]> sent = new ConcurrentHashMap<>();

  private final AtomicInteger number = new AtomicInteger();

  @Override
  public PictureName put(Folder folder, Picture picture) {
    PictureName name = new PictureName(folder.path() + "/p" + number.incrementAndGet());
    kept.put(name, picture);
    return name;
  }

  @Override
  public void delete(PictureName name) {
    kept.remove(name);
  }

  @Override
  public void deleteAll(Folder folder) {
    kept.keySet().removeIf(name -> name.folder().equals(folder));
    sent.keySet().removeIf(key -> key.startsWith(folder.path() + "/"));
  }

  @Override
  public URI url(PictureName name, PictureSize size) {
    return URI.create("https://pictures.example.com/" + name.text() + "/" + size.label());
  }

  @Override
  public Offer offer(Folder folder, Wish wish) {
    if (!Pictures.isKnownType(wish.contentType())) {
      throw new DomainException(UploadError.UNKNOWN_PICTURE);
    }
    if (wish.bytes() > Pictures.MAX_BYTES) {
      throw new DomainException(UploadError.PICTURE_TOO_LARGE);
    }
    String upload = "u" + number.incrementAndGet();
    return new Offer(
        upload,
        URI.create("https://pictures.example.com/uploads/" + folder.path() + "/" + upload),
        Map.of("Content-Type", wish.contentType()),
        Instant.parse("2100-01-31T09:10:00Z"));
  }

  @Override
  public byte[] fetch(Folder folder, String upload) {
    byte[] file = sent.get(folder.path() + "/" + upload);
    if (file == null) {
      throw new DomainException(UploadError.NOTHING_UPLOADED);
    }
    return file;
  }

  @Override
  public void discard(Folder folder, String upload) {
    sent.remove(folder.path() + "/" + upload);
  }
}
