package dev.moim.shared.groups;

/** The calls of groups, as far as others than the family that keeps them need to know. */
@FunctionalInterface
public interface OpenCalls {

  /**
   * Whether somebody is in this session of their group's call now. One request; the answer is the
   * latest.
   *
   * @param sessionId false for every session but the open one
   */
  boolean isInside(MemberKey who, String sessionId);
}
