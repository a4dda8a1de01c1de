package dev.moim.shared.uploads.s3;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.Picture;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.PictureStore;
import dev.moim.shared.uploads.Rendition;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Pictures in S3: {@code pictures/users/123/2Bs…/thumbnail}. */
public final class S3Pictures implements PictureStore {

  private static final String PICTURES = "pictures/";

  /** A page may stay open for a while before it asks again for what it shows. */
  private static final Duration LIFE = Duration.ofHours(1);

  private static final int NAME_LENGTH = 22;

  /** Nothing is ever put under a name again. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Bucket bucket;
  private final Optional<URI> publicUrl;

  /**
   * @param publicUrl where the bucket's content is to be seen by everybody, behind CloudFront for
   *     instance; without it, addresses are signed and expire
   */
  public S3Pictures(Bucket bucket, Optional<URI> publicUrl) {
    this.bucket = bucket;
    this.publicUrl = publicUrl;
  }

  @Override
  public PictureName put(Folder folder, Picture picture) {
    PictureName name = new PictureName(folder.path() + "/" + Ids.base62(NAME_LENGTH));
    for (PictureSize size : PictureSize.values()) {
      Rendition rendition = picture.in(size);
      var headers = Map.of("Content-Type", rendition.contentType(), "Cache-Control", FOR_EVER);
      bucket.put(key(name, size), headers, rendition.bytes());
    }
    return name;
  }

  @Override
  public void delete(PictureName name) {
    for (PictureSize size : PictureSize.values()) {
      bucket.delete(key(name, size));
    }
  }

  @Override
  public void deleteAll(Folder folder) {
    bucket.deleteAll(PICTURES + folder.path() + "/");
    bucket.deleteAll(S3Uploads.UPLOADS + folder.path() + "/");
  }

  @Override
  public URI url(PictureName name, PictureSize size) {
    return publicUrl
        .map(base -> URI.create(base.toString().replaceFirst("/$", "") + "/" + key(name, size)))
        .orElseGet(() -> bucket.signedGet(key(name, size), LIFE));
  }

  private static String key(PictureName name, PictureSize size) {
    return PICTURES + name.text() + "/" + size.label();
  }
}
