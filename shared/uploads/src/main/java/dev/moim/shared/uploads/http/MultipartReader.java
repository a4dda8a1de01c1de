package dev.moim.shared.uploads.http;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.uploads.Multipart;
import dev.moim.shared.uploads.Part;
import dev.moim.shared.uploads.UploadError;
import dev.moim.shared.wire.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;

/** Reads forms ({@code multipart/form-data}) as browsers and other clients send them. */
public final class MultipartReader {

  /**
   * What the body of a form may have. A function is called with 6 MB at most, of which base64 takes
   * a quarter, so about 4.4 MB of file fit; what is much larger never gets here.
   */
  public static final int MAX_BODY_BYTES = 4_500_000;

  /** Documents have two. */
  static final int MAX_PARTS = 20;

  private MultipartReader() {}

  /**
   * @throws DomainException {@link UploadError#NOT_A_FORM}, {@link UploadError#BROKEN_FORM}, {@link
   *     UploadError#TOO_MANY_PARTS} or {@link UploadError#FORM_TOO_LARGE}
   */
  public static Multipart read(HttpRequest request) {
    String contentType = request.header("content-type").orElse("");
    return read(contentType, request.body(MAX_BODY_BYTES, UploadError.FORM_TOO_LARGE));
  }

  /** The same of a body by itself. */
  static Multipart read(String contentType, byte[] body) {
    String lower = contentType.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("multipart/form-data") || !lower.contains("boundary=")) {
      throw new DomainException(UploadError.NOT_A_FORM);
    }
    try {
      return new Multipart(
          parts(new FormParser().getItemIterator(new FormBody(contentType, body))));
    } catch (IOException | UncheckedIOException | InvalidPathException broken) {
      throw new DomainException(UploadError.BROKEN_FORM);
    }
  }

  /**
   * A part that holds a JSON object, whether or not it says so: browsers name the type of a part
   * that is a {@code Blob}, other clients seldom do.
   *
   * @param names it may have; the first one that is there counts
   * @return nothing if there is no such part, or an empty one
   * @throws MalformedException if it holds something else
   * @throws DomainException {@link UploadError#FORM_TOO_LARGE} if it is longer than JSON may be
   */
  public static Optional<Fields> json(Multipart form, String... names) {
    Optional<Part> part =
        Stream.of(names)
            .flatMap(name -> form.find(name).stream())
            .filter(it -> !it.isEmpty())
            .findFirst();
    if (part.isPresent() && part.get().bytes().length > HttpRequest.MAX_BODY_BYTES) {
      throw new DomainException(UploadError.FORM_TOO_LARGE);
    }
    return part.map(it -> new Fields(Json.readObject(it.text())));
  }

  private static List<Part> parts(FileItemInputIterator items) throws IOException {
    List<Part> parts = new ArrayList<>();
    while (items.hasNext()) {
      if (parts.size() == MAX_PARTS) {
        throw new DomainException(UploadError.TOO_MANY_PARTS);
      }
      parts.add(part(items.next()));
    }
    if (parts.isEmpty()) {
      throw new DomainException(UploadError.BROKEN_FORM); // or its boundary is another one
    }
    return parts;
  }

  private static Part part(FileItemInput item) throws IOException {
    try (InputStream content = item.getInputStream()) {
      var head =
          new Part.Head(
              item.getFieldName(),
              Optional.ofNullable(item.getName()),
              Optional.ofNullable(item.getContentType()));
      return new Part(head, content.readAllBytes());
    }
  }
}
