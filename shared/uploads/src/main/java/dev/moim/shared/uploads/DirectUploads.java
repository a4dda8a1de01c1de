package dev.moim.shared.uploads;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Files that browsers send past the API, which takes 10 MB at most and its functions less than half
 * of that. Whoever wants to send one asks for an {@link Offer}, sends it there, and says so; then
 * it is cleaned and kept like any other (see {@link TakeOver}).
 */
public interface DirectUploads {

  /**
   * What somebody wants to send. The store takes exactly this.
   *
   * @param contentType of a picture
   * @param bytes how many
   */
  record Wish(String contentType, long bytes) {}

  /**
   * How to send it: one {@code PUT} with these headers and the file as its body.
   *
   * @param upload by which it is taken over; says nothing to anybody else
   * @param headers to be sent as they are, besides those a browser sets itself
   */
  record Offer(String upload, URI url, Map<String, String> headers, Instant expiresAt) {
    public Offer {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * @throws dev.moim.shared.kernel.DomainException {@link UploadError#UNKNOWN_PICTURE} or {@link
   *     UploadError#PICTURE_TOO_LARGE}
   */
  Offer offer(Folder folder, Wish wish);

  /**
   * What was sent under an offer of this folder.
   *
   * @param upload as a client gives it back: any text
   * @throws dev.moim.shared.kernel.DomainException {@link UploadError#NOTHING_UPLOADED} or {@link
   *     UploadError#PICTURE_TOO_LARGE}
   */
  byte[] fetch(Folder folder, String upload);

  /** Deletes what was sent; nothing is no error. */
  void discard(Folder folder, String upload);
}
