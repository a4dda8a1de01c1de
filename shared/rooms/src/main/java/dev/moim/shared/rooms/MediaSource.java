package dev.moim.shared.rooms;

/** What a member sends to the media server. */
public enum MediaSource {
  MICROPHONE,
  CAMERA,
  SCREEN
}
