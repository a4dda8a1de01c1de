package dev.moim.chat.notification;

/**
 * What a notification is about.
 *
 * @param title of the meeting
 * @param name of whoever has done it; "" where that is not said
 */
public record About(String title, String name) {}
