package dev.moim.shared.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is, or was, in a group.
 *
 * @param name as their own requests say it; empty as long as they have sent none
 * @param joinedAt when they were added, whether by themselves or by others
 * @param avatar a picture's address
 */
public record Member(
    Group group,
    String userId,
    Role role,
    Status status,
    String name,
    Instant joinedAt,
    @Nullable String avatar) {

  /** From most to least: an admin manages members, an owner admins as well. */
  public enum Role {
    OWNER,
    ADMIN,
    MEMBER
  }

  /** Only {@link #ACTIVE} members may do anything. */
  public enum Status {
    ACTIVE,
    INVITED,
    LEFT
  }

  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  /** Whether they may add and remove ordinary members. */
  public boolean manages() {
    return isActive() && role != Role.MEMBER;
  }

  public boolean owns() {
    return isActive() && role == Role.OWNER;
  }

  public MemberKey key() {
    return new MemberKey(group.id(), userId);
  }

  public Member as(Role newRole) {
    return new Member(group, userId, newRole, status, name, joinedAt, avatar);
  }

  public Member as(Status newStatus) {
    return new Member(group, userId, role, newStatus, name, joinedAt, avatar);
  }

  public Member named(String newName) {
    return new Member(group, userId, role, status, newName, joinedAt, avatar);
  }

  public Member pictured(@Nullable String newAvatar) {
    return new Member(group, userId, role, status, name, joinedAt, newAvatar);
  }
}
