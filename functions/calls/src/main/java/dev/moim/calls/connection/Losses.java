package dev.moim.calls.connection;

/** Told when a post finds a socket closed that nobody had reported as lost. */
@FunctionalInterface
public interface Losses {
  void found(String connectionId);
}
