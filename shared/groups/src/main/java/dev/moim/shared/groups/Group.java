package dev.moim.shared.groups;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A study or a meeting: people who do something together.
 *
 * @param zone where its days begin and end
 */
public record Group(String id, ZoneId zone, String name, Instant createdAt) {}
