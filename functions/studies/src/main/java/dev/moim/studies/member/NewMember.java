package dev.moim.studies.member;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;

/**
 * Somebody to be added to a study.
 *
 * @param status {@code ACTIVE} for a member at once, {@code INVITED} for one who may become one
 */
public record NewMember(String userId, Role role, Status status) {}
