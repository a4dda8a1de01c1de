package dev.moim.shared.kernel;

/**
 * One documented way an operation can fail. Each family lists its own in one enum; one mapper per
 * protocol turns them into the status or code its document names.
 */
public interface ErrorCode {

  /** The constant's name, stable across releases; what logs and metrics count. */
  String name();

  /** The text a client sees. It never holds a secret, an internal id or a stack trace. */
  String message();
}
