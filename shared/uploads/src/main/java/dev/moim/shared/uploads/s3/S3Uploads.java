package dev.moim.shared.uploads.s3;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.uploads.DirectUploads;
import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.Pictures;
import dev.moim.shared.uploads.UploadError;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files on their way, in a part of the bucket that nobody is shown and that is emptied every day:
 * {@code uploads/users/123/Zx3…}.
 */
public final class S3Uploads implements DirectUploads {

  static final String UPLOADS = "uploads/";

  private static final int ID_LENGTH = 22;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{" + ID_LENGTH + "}");
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Bucket bucket;
  private final Clock clock;

  public S3Uploads(Bucket bucket, Clock clock) {
    this.bucket = bucket;
    this.clock = clock;
  }

  /** Type and length are signed, so S3 takes no other. */
  @Override
  public Offer offer(Folder folder, Wish wish) {
    if (!Pictures.isKnownType(wish.contentType())) {
      throw new DomainException(UploadError.UNKNOWN_PICTURE);
    }
    if (wish.bytes() <= 0 || wish.bytes() > Pictures.MAX_BYTES) {
      throw new DomainException(UploadError.PICTURE_TOO_LARGE);
    }
    String upload = Ids.base62(ID_LENGTH);
    var signed =
        Map.of("Content-Type", wish.contentType(), "Content-Length", Long.toString(wish.bytes()));
    URI url = bucket.signedPut(key(folder, upload), signed, LIFE);
    return new Offer(
        upload, url, Map.of("Content-Type", wish.contentType()), clock.instant().plus(LIFE));
  }

  @Override
  public byte[] fetch(Folder folder, String upload) {
    byte[] sent =
        Optional.of(upload)
            .filter(S3Uploads::isId)
            .flatMap(id -> bucket.get(key(folder, id), Pictures.MAX_BYTES + 1))
            .orElseThrow(() -> new DomainException(UploadError.NOTHING_UPLOADED));
    if (sent.length > Pictures.MAX_BYTES) {
      throw new DomainException(UploadError.PICTURE_TOO_LARGE);
    }
    return sent;
  }

  @Override
  public void discard(Folder folder, String upload) {
    if (isId(upload)) {
      bucket.delete(key(folder, upload));
    }
  }

  private static boolean isId(String upload) {
    return ID.matcher(upload).matches();
  }

  private static String key(Folder folder, String upload) {
    return UPLOADS + folder.path() + "/" + upload;
  }
}
