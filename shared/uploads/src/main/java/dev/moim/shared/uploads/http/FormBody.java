package dev.moim.shared.uploads.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.RequestContext;

/** A form's body that is here already, as the library wants to read it. */
final class FormBody implements RequestContext {

  private final String contentType;
  private final byte[] bytes;

  FormBody(String contentType, byte[] bytes) {
    this.contentType = contentType;
    this.bytes = bytes;
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public long getContentLength() {
    return bytes.length;
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public boolean isMultipartRelated() {
    return false;
  }
}
