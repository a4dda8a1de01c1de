package dev.moim.shared.uploads.http;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.uploads.Multipart;
import dev.moim.shared.uploads.UploadError;

/** Reads forms ({@code multipart/form-data}) as browsers send them. */
public final class MultipartReader {

  /**
   * What the body of a form may have. A function is called with 6 MB at most, of which base64 takes
   * a quarter, so about 4.4 MB of file fit; what is larger never gets here.
   */
  public static final int MAX_BODY_BYTES = 4_500_000;

  private MultipartReader() {}

  /**
   * @throws DomainException {@link UploadError#NOT_A_FORM}, {@link UploadError#BROKEN_FORM}, {@link
   *     UploadError#TOO_MANY_PARTS} or {@link UploadError#FORM_TOO_LARGE}
   */
  public static Multipart read(HttpRequest request) {
    return read(request.header("content-type").orElse(""), new byte[0]);
  }

  /** The same of a body by itself. */
  public static Multipart read(String contentType, byte[] body) {
    throw new DomainException(UploadError.NOT_A_FORM);
  }
}
