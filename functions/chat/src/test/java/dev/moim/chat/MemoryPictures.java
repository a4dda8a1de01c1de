package dev.moim.chat;

import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.Picture;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.PictureStore;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/** Pictures in memory: which there are, by name. */
final class MemoryPictures implements PictureStore {

  final Set<String> names = new TreeSet<>();
  private int last;

  @Override
  public PictureName put(Folder folder, Picture picture) {
    last++;
    PictureName name = new PictureName(folder.path() + "/picture" + last);
    names.add(name.text());
    return name;
  }

  @Override
  public void delete(PictureName name) {
    names.remove(name.text());
  }

  @Override
  public void deleteAll(Folder folder) {
    names.removeIf(name -> name.startsWith(folder.path()));
  }

  @Override
  public URI url(PictureName name, PictureSize size) {
    return URI.create("https://pictures.example.com/" + name.text() + "/" + size.label());
  }
}
