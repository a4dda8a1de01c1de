package dev.moim.shared.uploads.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/** The library's parser, without servlets and without files on disk. */
final class FormParser extends AbstractFileUpload<FormBody, DiskFileItem, DiskFileItemFactory> {

  /** The name of a file may be long: 255 Korean letters are 765 bytes. */
  private static final int MAX_HEADER_BYTES = 2_048;

  FormParser() {
    setHeaderCharset(StandardCharsets.UTF_8);
    setMaxPartHeaderSize(MAX_HEADER_BYTES);
  }

  @Override
  public FileItemInputIterator getItemIterator(FormBody body) throws IOException {
    return getItemIterator((RequestContext) body);
  }

  @Override
  public List<DiskFileItem> parseRequest(FormBody body) {
    throw new UnsupportedOperationException("parts are read one by one");
  }

  @Override
  public Map<String, List<DiskFileItem>> parseParameterMap(FormBody body) {
    throw new UnsupportedOperationException("parts are read one by one");
  }
}
