package dev.moim.shared.uploads;

/** Makes a picture of what somebody has uploaded past the API. */
public final class TakeOver {

  private final DirectUploads uploads;
  private final PictureStore pictures;

  public TakeOver(DirectUploads uploads, PictureStore pictures) {
    this.uploads = uploads;
    this.pictures = pictures;
  }

  /**
   * Cleans and keeps it. Whether it was a picture or not, the upload is gone afterwards.
   *
   * @param folder of whoever asks: nobody takes over what another sent
   * @param upload from the {@link DirectUploads.Offer}
   * @throws dev.moim.shared.kernel.DomainException an {@link UploadError}
   */
  public PictureName run(Folder folder, String upload) {
    byte[] sent = uploads.fetch(folder, upload);
    try {
      return pictures.put(folder, Pictures.clean(sent));
    } finally {
      uploads.discard(folder, upload);
    }
  }
}
