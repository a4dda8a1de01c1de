package dev.moim.shared.rooms;

import java.util.Optional;

/** What a host lets a member do, or not. */
public enum Permission {
  AUDIO('a', MediaSource.MICROPHONE),
  VIDEO('v', MediaSource.CAMERA),
  SCREEN('s', MediaSource.SCREEN),
  CHAT('c'),
  WHITEBOARD('w'),
  DRAW('d'),
  DOCUMENT('f');

  private final char letter;
  private final Optional<MediaSource> source;

  Permission(char letter) {
    this.letter = letter;
    this.source = Optional.empty();
  }

  Permission(char letter, MediaSource source) {
    this.letter = letter;
    this.source = Optional.of(source);
  }

  /** How it is written in a table. */
  char letter() {
    return letter;
  }

  /** What it is about at the media server, if anything. */
  public Optional<MediaSource> source() {
    return source;
  }
}
