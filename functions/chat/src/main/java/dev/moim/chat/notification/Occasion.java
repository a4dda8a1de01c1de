package dev.moim.chat.notification;

import java.time.Instant;

/**
 * Why somebody is notified.
 *
 * @param eventId of what happened: of it they are told once
 */
public record Occasion(String eventId, Instant at, NotificationType type, About about) {}
