package dev.moim.shared.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is, or was, in a group.
 *
 * @param name as their own requests say it; empty as long as they have sent none
 * @param avatar a picture's address
 * @param joinedAt when they were added, whether by themselves or by others
 */
public record Member(
    Group group,
    String userId,
    Role role,
    Status status,
    String name,
    @Nullable String avatar,
    Instant joinedAt) {

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

  public Member as(Role newRole) {
    return new Member(group, userId, newRole, status, name, avatar, joinedAt);
  }

  public Member as(Status newStatus) {
    return new Member(group, userId, role, newStatus, name, avatar, joinedAt);
  }

  public Member called(String newName, @Nullable String newAvatar) {
    return new Member(group, userId, role, status, newName, newAvatar, joinedAt);
  }
}
