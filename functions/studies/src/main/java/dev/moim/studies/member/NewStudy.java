package dev.moim.studies.member;

import java.time.ZoneId;

/**
 * A study to be made.
 *
 * @param zone whose days its sessions are counted by
 */
public record NewStudy(String name, ZoneId zone) {}
