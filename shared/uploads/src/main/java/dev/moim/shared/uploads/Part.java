package dev.moim.shared.uploads;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One part of a form, as it was sent. What a browser says of a file, its name and its type, is a
 * claim and nothing more.
 */
public final class Part {

  /**
   * What the headers of a part say.
   *
   * @param name of the field
   * @param fileName of a file, without folders
   * @param contentType as written, parameters included
   */
  public record Head(String name, Optional<String> fileName, Optional<String> contentType) {}

  private final Head head;
  private final byte[] bytes;

  public Part(Head head, byte[] bytes) {
    this.head = head;
    this.bytes = bytes.clone();
  }

  public Head head() {
    return head;
  }

  public String name() {
    return head.name();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The content read as UTF-8, which JSON and the fields of today's browsers are. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /**
   * Whether it is a file: it has a file's name, or says that it is a picture. What forms write for
   * none, such as {@code null}, has neither; a browser sends an empty part for one that was not
   * chosen.
   */
  public boolean isFile() {
    boolean picture =
        head.contentType()
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("image/"))
            .isPresent();
    return !isEmpty() && (picture || head.fileName().isPresent());
  }

  /** The name and the size only: the content may be anything. */
  @Override
  public String toString() {
    return "Part[" + head.name() + ", " + bytes.length + " bytes]";
  }
}
