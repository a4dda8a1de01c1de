package dev.moim.shared.media;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.Participant;

/** What the media server says has happened. It may say so late, twice, out of order or never. */
public sealed interface MediaEvent {

  record RoomStarted(MediaRoom room) implements MediaEvent {}

  record RoomFinished(MediaRoom room) implements MediaEvent {}

  record Joined(RoomKey room, Participant participant) implements MediaEvent {}

  /** Left, was removed, or never got its connection to work. */
  record Left(RoomKey room, Participant participant) implements MediaEvent {}

  /** Somebody has joined the media room of a study. */
  record Visited(MediaRoomName room, Participant participant) implements MediaEvent {}

  /** Nothing that changes a room or a seat, or nothing of ours. */
  record Other(String kind) implements MediaEvent {}
}
