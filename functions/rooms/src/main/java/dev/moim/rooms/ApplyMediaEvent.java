package dev.moim.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.MediaEvent;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.rooms.MediaEvents;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Participant;
import java.util.List;

/**
 * Follows what happens at the media server. Events may come late, twice or in any order: each is
 * about one connection or one incarnation of a room, by sid, and changes nothing that belongs to
 * another.
 */
public final class ApplyMediaEvent {

  private final MediaEvents events;
  private final MediaRooms mediaRooms;
  private final SeatParticipant seatParticipant;
  private final FreeSeats freeSeats;
  private final CloseRoom close;
  private final GuardStudyRoom guardStudyRoom;

  public ApplyMediaEvent(
      MediaEvents events,
      MediaRooms mediaRooms,
      SeatParticipant seatParticipant,
      FreeSeats freeSeats,
      CloseRoom close,
      GuardStudyRoom guardStudyRoom) {
    this.events = events;
    this.mediaRooms = mediaRooms;
    this.seatParticipant = seatParticipant;
    this.freeSeats = freeSeats;
    this.close = close;
    this.guardStudyRoom = guardStudyRoom;
  }

  /**
   * @return false if the event was handled before
   */
  public boolean apply(String eventId, MediaEvent event) {
    if (!events.claim(eventId)) {
      return false;
    }
    boolean done = false;
    try {
      change(event);
      done = true;
    } finally {
      if (!done) {
        events.release(eventId);
      }
    }
    return true;
  }

  private void change(MediaEvent event) {
    switch (event) {
      case MediaEvent.RoomStarted(MediaRoom room) -> mediaRooms.started(room);
      case MediaEvent.RoomFinished(MediaRoom room) -> finished(room);
      case MediaEvent.Joined(RoomKey room, Participant who) -> joined(room, who);
      case MediaEvent.Left(RoomKey room, Participant who) -> left(room, who);
      case MediaEvent.Visited(MediaRoomName room, Participant who) ->
          guardStudyRoom.visited(room, who);
      case MediaEvent.Other(String _) -> {}
    }
  }

  /** Whoever was in it has left by then, even if that news got lost. */
  private void finished(MediaRoom media) {
    mediaRooms
        .finished(media)
        .flatMap(room -> freeSeats.ofAllBut(room, List.of()))
        .ifPresent(close::ifEmpty);
    mediaRooms.forget(media);
  }

  private void joined(RoomKey room, Participant participant) {
    seatParticipant.seat(room, participant);
    // Its end may have been handled while this was under way; then nobody else will free the seat.
    if (events.hasEnded(participant.sid())) {
      freeSeats.of(room, participant);
    }
  }

  private void left(RoomKey room, Participant participant) {
    if (freeSeats.of(room, participant).isEmpty()) {
      events.ended(participant.sid());
      freeSeats.of(room, participant);
    }
  }
}
