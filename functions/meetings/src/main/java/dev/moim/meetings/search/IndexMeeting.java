package dev.moim.meetings.search;

import dev.moim.meetings.meeting.Meetings;

/** Lets searches know what a meeting is now. */
public final class IndexMeeting {

  private final Meetings meetings;
  private final Shelves shelves;

  public IndexMeeting(Meetings meetings, Shelves shelves) {
    this.meetings = meetings;
    this.shelves = shelves;
  }

  /**
   * Whatever happened to it. What counts is the meeting itself, so it does not matter how often or
   * how late this is heard, nor in which order.
   */
  public void run(long meetingId) {
    meetings.find(meetingId).map(Listing::of).ifPresent(shelves::add);
  }
}
