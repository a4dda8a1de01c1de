package dev.moim.shared.uploads;

import java.net.URI;

/** Where pictures are kept that were cleaned. */
public interface PictureStore {

  /** Keeps a picture under a new name; none is ever replaced, so addresses may be cached. */
  PictureName put(Folder folder, Picture picture);

  /** Deletes all sizes of a picture; one that is gone already is no error. */
  void delete(PictureName name);

  /** Deletes every picture of a folder, and what was uploaded for it and not taken over yet. */
  void deleteAll(Folder folder);

  /** Where a browser gets it, for an hour at least. */
  URI url(PictureName name, PictureSize size);
}
