package dev.moim.shared.groups;

import dev.moim.shared.groups.Group.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who belongs to which group, in which role. Every answer is the latest unless said otherwise. */
public interface Groups {

  /** What became of a change. */
  enum Change {
    DONE,
    /** Somebody else changed the member meanwhile: look again. */
    OUTDATED,
    /** A group always has an owner. */
    LAST_OWNER
  }

  /** Makes a group with its first owner. One request. */
  void create(Member owner);

  /** One request. */
  Optional<Member> find(MemberKey key);

  /** Those of these users who are or were in the group, by their ids. One request for up to 100. */
  Map<String, Member> findAll(String groupId, Collection<String> userIds);

  /**
   * Everything a user is or was in, the latest group first. One request; what was written a moment
   * ago may be missing.
   */
  List<Member> ofUser(String userId);

  /** Everybody who is or was in a group, in the order of their ids. One request for each 1 MB. */
  List<Member> members(String groupId);

  /**
   * Deletes a group with everybody who is or was in it. One request to find them and one for each
   * 100; should it fail halfway, whoever is left may ask for it again.
   *
   * @param last goes with the group itself, after everybody else: an owner, who may repeat it
   */
  void delete(Member last);

  /** Removes what is kept of somebody who left. It is no error if nothing is. One request. */
  void forget(MemberKey left);

  /**
   * Lets a family forget somebody in a group of the other kind, or of its own, which they leave
   * then: calls of a meeting are kept by studies. Their name goes at once. That they were there
   * stays until both families have been there, who find by it what there is to forget. It is no
   * error if nothing is kept. Two requests.
   *
   * @param by the family of groups of this kind
   */
  void forget(MemberKey gone, Kind by);

  /**
   * Writes a member if it is still what the caller saw. One request.
   *
   * @param before empty for somebody who has never been in the group
   */
  Change change(Optional<Member> before, Member after);
}
