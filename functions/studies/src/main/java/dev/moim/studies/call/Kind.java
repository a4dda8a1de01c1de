package dev.moim.studies.call;

/** What a participant switches on and off, and is counted by the second. */
public enum Kind {
  AUDIO_MUTED,
  VIDEO_OFF,
  SCREEN
}
