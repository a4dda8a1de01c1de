package dev.moim.meetings.search;

/** Which text of a meeting is searched. */
public enum SearchType {
  TITLE,
  ADDRESS,
  CONTENT
}
