package dev.moim.accounts.person;

/** Turns passwords into what may be stored. Each call takes a noticeable time, on purpose. */
public interface Passwords {

  /** A hash with its parameters and a salt of its own. */
  String hash(Password password);

  /**
   * @param hash of {@link #hash}, with today's parameters or earlier ones
   */
  boolean matches(Password password, String hash);

  /** Takes as long as {@link #matches} with a hash of today, and finds nothing. */
  void pretend(Password password);

  /** Whether the password should be hashed again now that it is known. */
  boolean isOutdated(String hash);
}
