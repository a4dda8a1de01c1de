package dev.moim.chat.notification;

import dev.moim.chat.message.Author;

/**
 * What a notification is about.
 *
 * @param title of the meeting
 * @param whom whoever has done it; nobody where that is not said
 */
public record About(String title, Author whom) {

  static About meeting(String title) {
    return new About(title, Author.NOBODY);
  }
}
