package dev.moim.studies.call;

/** What a participant switches on and off during a call; how long each lasts is counted. */
public enum MediaState {
  AUDIO_MUTED,
  VIDEO_OFF,
  SCREEN_SHARED
}
