package dev.moim.shared.uploads.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.objects.S3Server;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.uploads.DirectUploads.Offer;
import dev.moim.shared.uploads.DirectUploads.Wish;
import dev.moim.shared.uploads.Folder;
import dev.moim.shared.uploads.Picture;
import dev.moim.shared.uploads.PictureName;
import dev.moim.shared.uploads.PictureSize;
import dev.moim.shared.uploads.Pictures;
import dev.moim.shared.uploads.TakeOver;
import dev.moim.shared.uploads.UploadError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a server that speaks S3 and checks what was signed. */
class S3PicturesTest {

  private static final Folder MINJI = Folder.ofUser("101");
  private static final Folder JUNO = Folder.ofUser("102");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  private static S3Server server;
  private static HttpClient http;
  private static Bucket bucket;

  private final S3Pictures pictures = new S3Pictures(bucket, Optional.empty());
  private final S3Uploads uploads = new S3Uploads(bucket, CLOCK);

  @BeforeAll
  static void start() {
    server = S3Server.inMemory();
    server.create("pictures");
    http = HttpClient.newHttpClient();
    bucket = Bucket.of(clients(), "pictures");
  }

  @AfterAll
  static void stop() {
    http.close();
    server.close();
  }

  @Test
  void keepsAPictureUnderASignedAddress() {
    Picture picture = Pictures.clean(png());
    PictureName name = pictures.put(MINJI, picture);

    for (PictureSize size : PictureSize.values()) {
      HttpResponse<byte[]> got = get(pictures.url(name, size));
      assertThat(got.statusCode()).isEqualTo(200);
      assertThat(got.body()).isEqualTo(picture.in(size).bytes());
      assertThat(got.headers().firstValue("content-type")).contains("image/jpeg");
      assertThat(got.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
    }
    assertThat(name.folder()).isEqualTo(MINJI);
    assertThat(pictures.put(MINJI, picture)).isNotEqualTo(name);
  }

  @Test
  void showsNothingWithoutASignature() {
    PictureName name = pictures.put(MINJI, Pictures.clean(png()));
    String signed = pictures.url(name, PictureSize.FULL).toString();

    assertThat(get(URI.create(signed.replaceFirst("\\?.*", ""))).statusCode()).isEqualTo(403);
    assertThat(get(URI.create(signed.replace("/full", "/thumbnail"))).statusCode()).isEqualTo(403);
  }

  @Test
  void usesThePublicAddressWhereThereIsOne() {
    PictureName name = pictures.put(MINJI, Pictures.clean(png()));
    var open = new S3Pictures(bucket, Optional.of(URI.create("https://pictures.example.org/")));

    assertThat(open.url(name, PictureSize.THUMBNAIL))
        .hasToString("https://pictures.example.org/pictures/" + name.text() + "/thumbnail");
  }

  @Test
  void deletesAPicture() {
    PictureName name = pictures.put(MINJI, Pictures.clean(png()));

    pictures.delete(name);
    pictures.delete(name);

    assertThat(get(pictures.url(name, PictureSize.FULL)).statusCode()).isEqualTo(404);
    assertThat(get(pictures.url(name, PictureSize.THUMBNAIL)).statusCode()).isEqualTo(404);
  }

  @Test
  void deletesWhatBelongsToSomebody() {
    Folder leaver = Folder.ofUser("10");
    PictureName gone = pictures.put(leaver, Pictures.clean(png()));
    PictureName stays = pictures.put(MINJI, Pictures.clean(png()));
    Offer offer = uploads.offer(leaver, new Wish("image/png", png().length));
    assertThat(put(offer, png()).statusCode()).isEqualTo(200);

    pictures.deleteAll(leaver);

    assertThat(get(pictures.url(gone, PictureSize.FULL)).statusCode()).isEqualTo(404);
    assertThat(get(pictures.url(stays, PictureSize.FULL)).statusCode()).isEqualTo(200);
    refused(UploadError.NOTHING_UPLOADED, () -> uploads.fetch(leaver, offer.upload()));
  }

  @Test
  void takesOverWhatABrowserSent() {
    Offer offer = live().offer(MINJI, new Wish("image/png", png().length));
    assertThat(put(offer, png()).statusCode()).isEqualTo(200);

    PictureName name = new TakeOver(live(), pictures).run(MINJI, offer.upload());

    assertThat(get(pictures.url(name, PictureSize.FULL)).statusCode()).isEqualTo(200);
    refused(UploadError.NOTHING_UPLOADED, () -> uploads.fetch(MINJI, offer.upload()));
  }

  @Test
  void takesWhatWasOfferedAndNothingElse() {
    Offer offer = live().offer(MINJI, new Wish("image/png", png().length));
    byte[] longer = Arrays.copyOf(png(), png().length + 1);

    assertThat(put(offer, longer).statusCode()).isEqualTo(403);
    Offer html =
        new Offer(
            offer.upload(), offer.url(), Map.of("Content-Type", "text/html"), offer.expiresAt());
    assertThat(put(html, png()).statusCode()).isEqualTo(403);
    refused(UploadError.NOTHING_UPLOADED, () -> uploads.fetch(MINJI, offer.upload()));
  }

  @Test
  void offersNothingForWhatWouldBeRefused() {
    for (String type : new String[] {"image/svg+xml", "text/html", "", "image/png; a=b"}) {
      refused(UploadError.UNKNOWN_PICTURE, () -> uploads.offer(MINJI, new Wish(type, 100)));
    }
    for (long bytes : new long[] {0, -1, Pictures.MAX_BYTES + 1L}) {
      refused(
          UploadError.PICTURE_TOO_LARGE, () -> uploads.offer(MINJI, new Wish("image/png", bytes)));
    }
    assertThat(uploads.offer(MINJI, new Wish("image/webp", 1)).expiresAt())
        .isEqualTo("2026-03-01T10:10:00Z");
  }

  @Test
  void findsNothingForOthersOrByAnyOtherText() {
    Offer offer = live().offer(MINJI, new Wish("image/png", png().length));
    assertThat(put(offer, png()).statusCode()).isEqualTo(200);

    refused(UploadError.NOTHING_UPLOADED, () -> uploads.fetch(JUNO, offer.upload()));
    for (String text : new String[] {"", "../101/" + offer.upload(), "a b", "\ud55c\uae00"}) {
      refused(UploadError.NOTHING_UPLOADED, () -> uploads.fetch(MINJI, text));
      uploads.discard(MINJI, text);
    }
    assertThat(uploads.fetch(MINJI, offer.upload())).isEqualTo(png());
  }

  private static S3Uploads live() {
    return new S3Uploads(bucket, Clock.systemUTC());
  }

  private static AwsClients clients() {
    return new AwsClients(
        new Settings(
            Map.of(
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                S3Server.KEY,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.KEY,
                "AWS_ENDPOINT_URL_S3",
                server.endpoint().toString())));
  }

  private static byte[] png() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(300, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static HttpResponse<byte[]> get(URI uri) {
    return send(HttpRequest.newBuilder(uri));
  }

  private static HttpResponse<byte[]> put(Offer offer, byte[] file) {
    var request = HttpRequest.newBuilder(offer.url()).PUT(BodyPublishers.ofByteArray(file));
    offer.headers().forEach(request::header);
    return send(request);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void refused(UploadError why, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DomainException.class, refusal -> assertThat(refusal.code()).isEqualTo(why));
  }
}
