package dev.moim.shared.groups;

/** Which member: a user as part of a group. */
public record MemberKey(String groupId, String userId) {}
