package dev.moim.chat;

import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.uploads.PictureStore;
import dev.moim.shared.uploads.s3.Bucket;
import dev.moim.shared.uploads.s3.S3Pictures;
import java.net.URI;

/** Where pictures are, for those who show them. */
final class PictureWiring {

  private PictureWiring() {}

  static PictureStore pictures(Settings settings) {
    Bucket bucket = Bucket.of(new AwsClients(settings), settings.require("PICTURES_BUCKET"));
    return new S3Pictures(bucket, settings.find("PICTURES_URL").map(URI::create));
  }
}
