package dev.moim.shared.rooms;

/** What a member sends to the media server. */
public enum MediaSource {
  MICROPHONE('a'),
  CAMERA('v'),
  SCREEN('s');

  private final char letter;

  MediaSource(char letter) {
    this.letter = letter;
  }

  /** How it is written in a table. */
  char letter() {
    return letter;
  }
}
