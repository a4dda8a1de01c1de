package dev.moim.shared.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeOverTest {

  private static final Folder MINJI = Folder.ofUser("1");
  private static final Folder JUNO = Folder.ofUser("2");

  private final Map<PictureName, Picture> kept = new HashMap<>();
  private final Map<String, byte[]> sent = new HashMap<>();
  private final TakeOver takeOver = new TakeOver(new Sent(), new Kept());

  @Test
  void makesAPictureOfAnUpload() {
    sent.put("users/1/a", SampleFiles.file(SampleFiles.quarters(80, 60), "png"));

    PictureName name = takeOver.run(MINJI, "a");

    assertThat(kept).containsOnlyKeys(name);
    assertThat(name.folder()).isEqualTo(MINJI);
    assertThat(sent).isEmpty();
  }

  @Test
  void dropsWhatIsNoPicture() {
    sent.put("users/1/a", "<svg/>".getBytes(UTF_8));

    refused(UploadError.UNKNOWN_PICTURE, MINJI, "a");
    assertThat(sent).isEmpty();
    assertThat(kept).isEmpty();
  }

  @Test
  void takesNothingOfOthers() {
    sent.put("users/1/a", SampleFiles.file(SampleFiles.quarters(80, 60), "png"));

    refused(UploadError.NOTHING_UPLOADED, JUNO, "a");
    refused(UploadError.NOTHING_UPLOADED, JUNO, "../1/a");
    assertThat(sent).hasSize(1);
  }

  private void refused(UploadError why, Folder folder, String upload) {
    assertThatThrownBy(() -> takeOver.run(folder, upload))
        .isInstanceOfSatisfying(
            DomainException.class, refusal -> assertThat(refusal.code()).isEqualTo(why));
  }

  private final class Sent implements DirectUploads {
    @Override
    public Offer offer(Folder folder, Wish wish) {
      return new Offer("a", URI.create("http://localhost"), Map.of(), Instant.EPOCH);
    }

    @Override
    public byte[] fetch(Folder folder, String upload) {
      return Optional.ofNullable(sent.get(folder.path() + "/" + upload))
          .orElseThrow(() -> new DomainException(UploadError.NOTHING_UPLOADED));
    }

    @Override
    public void discard(Folder folder, String upload) {
      sent.remove(folder.path() + "/" + upload);
    }
  }

  private final class Kept implements PictureStore {
    @Override
    public PictureName put(Folder folder, Picture picture) {
      PictureName name = new PictureName(folder.path() + "/n" + kept.size());
      kept.put(name, picture);
      return name;
    }

    @Override
    public void delete(PictureName name) {
      kept.remove(name);
    }

    @Override
    public void deleteAll(Folder folder) {
      kept.keySet().removeIf(name -> name.folder().equals(folder));
    }

    @Override
    public URI url(PictureName name, PictureSize size) {
      return URI.create("http://localhost/" + name.text() + "/" + size.label());
    }
  }
}
