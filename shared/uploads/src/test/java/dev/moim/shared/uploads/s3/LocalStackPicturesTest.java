package dev.moim.shared.uploads.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.uploads.DirectUploads.Offer;
import dev.moim.shared.uploads.DirectUploads.Wish;
import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.Picture;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.Pictures;
import dev.moim.shared.uploads.TakeOver;
import dev.moim.testkit.LocalStack;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Another server's opinion on how pictures are sent, listed and deleted, where there is a
 * LocalStack. What S3 refuses is left to {@link S3PicturesTest}: LocalStack lets everybody in.
 */
class LocalStackPicturesTest {

  private static final String NAME = "pictures-" + ProcessHandle.current().pid();
  private static final Folder MINJI = Folder.ofUser("101");

  private static HttpClient http;
  private static Bucket bucket;

  private final S3Pictures pictures = new S3Pictures(bucket, Optional.empty());
  private final S3Uploads uploads = new S3Uploads(bucket, Clock.systemUTC());

  @BeforeAll
  static void create() throws Exception {
    URI localStack = LocalStack.orSkip();
    http = HttpClient.newHttpClient();
    var created = HttpRequest.newBuilder(localStack.resolve("/" + NAME));
    assertThat(status(created.PUT(BodyPublishers.noBody()))).isEqualTo(200);
    Map<String, String> settings =
        Map.of(
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local",
            "AWS_ENDPOINT_URL_S3", localStack.toString());
    bucket = Bucket.of(new AwsClients(new Settings(settings)), NAME);
  }

  @AfterAll
  static void close() {
    if (http != null) {
      http.close();
    }
  }

  @Test
  void takesOverWhatABrowserSentAndDeletesIt() throws Exception {
    byte[] png = png();
    Offer offer = uploads.offer(MINJI, new Wish("image/png", png.length));
    var sent = HttpRequest.newBuilder(offer.url()).PUT(BodyPublishers.ofByteArray(png));
    offer.headers().forEach(sent::header);
    assertThat(status(sent)).isEqualTo(200);

    PictureName name = new TakeOver(uploads, pictures).run(MINJI, offer.upload());

    for (PictureSize size : PictureSize.values()) {
      assertThat(shown(name, size)).isEqualTo(200);
    }
    pictures.delete(name);
    assertThat(shown(name, PictureSize.FULL)).isEqualTo(404);
  }

  @Test
  void deletesWhatBelongsToSomebody() throws Exception {
    Folder leaver = Folder.ofUser("10");
    PictureName gone = pictures.put(leaver, clean());
    PictureName stays = pictures.put(MINJI, clean());

    pictures.deleteAll(leaver);

    assertThat(shown(gone, PictureSize.THUMBNAIL)).isEqualTo(404);
    assertThat(shown(stays, PictureSize.THUMBNAIL)).isEqualTo(200);
  }

  private int shown(PictureName name, PictureSize size) throws Exception {
    return status(HttpRequest.newBuilder(pictures.url(name, size)));
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static Picture clean() throws IOException {
    return Pictures.clean(png());
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
