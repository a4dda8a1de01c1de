package dev.moim.accounts;

import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.Picture;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.PictureStore;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Pictures in memory. */
final class MemoryPictures implements PictureStore {

  final Map<PictureName, Picture> kept = new ConcurrentHashMap<>();
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
  }

  @Override
  public URI url(PictureName name, PictureSize size) {
    return URI.create("https://pictures.example.com/" + name.text() + "/" + size.label());
  }
}
