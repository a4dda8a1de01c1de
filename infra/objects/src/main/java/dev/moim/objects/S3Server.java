package dev.moim.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * S3 in this JVM, on a free port of the loopback interface. It checks signatures, those in
 * addresses as well, against the one pair of keys that it knows.
 */
public final class S3Server implements AutoCloseable {

  /** Key id and secret key; they open nothing else. */
  public static final String KEY = "local";

  private final S3Proxy proxy;
  private final BlobStore store;

  private S3Server(S3Proxy proxy, BlobStore store) {
    this.proxy = proxy;
    this.store = store;
  }

  /** Starts with nothing in it, and keeps nothing; pages of all origins may use its addresses. */
  public static S3Server inMemory() {
    return start(new TransientNio2BlobStore(), List.of(".*"));
  }

  /**
   * Starts with the buckets in {@code folder}, which is made if need be.
   *
   * @param origins whose pages may send and read objects, as browsers write them
   */
  public static S3Server in(Path folder, List<String> origins) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(
        new FilesystemNio2BlobStore(folder.toString()),
        origins.stream().map(Pattern::quote).toList());
  }

  private static S3Server start(BlobStore store, List<String> origins) {
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, KEY)
            .corsRules(
                new CrossOriginResourceSharing(
                    origins, List.of("GET", "HEAD", "PUT"), List.of("*"), List.of(), ""))
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("cannot start an S3 server", e);
    }
    return new S3Server(proxy, store);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  /** Makes a bucket, unless it is there. */
  public void create(String bucket) {
    if (!store.containerExists(bucket)) {
      store.createContainer(bucket);
    }
  }

  public boolean isUp() {
    return proxy.getState().equals("STARTED");
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the S3 server", e);
    }
    store.close();
  }
}
