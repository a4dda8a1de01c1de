package dev.moim.chat.notification;

/**
 * What somebody is told.
 *
 * @param id below 2^53; of one person's, the later one is greater
 */
public record Notification(long id, NotificationType type, String content) {}
