package dev.moim.licenses;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the SHA-256 hashes that this JVM makes while it is open: unlike times, they can be
 * compared exactly.
 */
final class CountedHashes implements AutoCloseable {

  private static final String NAME = "Counting";
  private static final AtomicLong COUNT = new AtomicLong();

  private final long before = COUNT.get();

  private CountedHashes() {}

  static CountedHashes start() {
    Security.insertProviderAt(new Counting(), 1);
    return new CountedHashes();
  }

  long count() {
    return COUNT.get() - before;
  }

  @Override
  public void close() {
    Security.removeProvider(NAME);
  }

  private static final class Counting extends Provider {
    private static final long serialVersionUID = 1L;

    Counting() {
      super(NAME, "1", "counts what it hands to Java's own");
      put("MessageDigest.SHA-256", Digest.class.getName());
    }
  }

  /** Made by the provider, by name. */
  public static final class Digest extends MessageDigestSpi {

    private final MessageDigest own;

    public Digest() throws NoSuchAlgorithmException, NoSuchProviderException {
      own = MessageDigest.getInstance("SHA-256", "SUN");
    }

    @Override
    protected void engineUpdate(byte input) {
      own.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
      own.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
      COUNT.incrementAndGet();
      return own.digest();
    }

    @Override
    protected void engineReset() {
      own.reset();
    }
  }
}
