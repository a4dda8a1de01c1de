package dev.moim.studies.forget;

import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Groups.Change;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.call.Traces;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Forgets somebody whose account is deleted: they leave every study, and nothing there has their
 * name any more. Meetings are left in their own family; here only their calls are. What is kept of
 * a membership goes last, for that is where the next attempt would find what is left to do; so it
 * may be repeated as often as need be.
 */
public final class ForgetPerson {

  private static final int TRIES = 5;

  private final Groups groups;
  private final Consumer<ParticipantKey> end;
  private final Traces traces;

  /**
   * @param end takes somebody who is no member any more out of the study's call
   */
  public ForgetPerson(Groups groups, Consumer<ParticipantKey> end, Traces traces) {
    this.groups = groups;
    this.end = end;
    this.traces = traces;
  }

  public void run(String userId) {
    groups.ofUser(userId).forEach(this::forget);
  }

  private void forget(Member seen) {
    ParticipantKey who = new ParticipantKey(seen.group().id(), seen.userId());
    boolean meeting = seen.group().kind() == Kind.MEETING;
    boolean alone = !meeting && !leave(seen);
    end.accept(who);
    traces.erase(who);
    if (meeting) {
      groups.forget(seen.key(), Kind.STUDY);
    } else if (alone) {
      groups.find(seen.key()).ifPresent(groups::delete);
    } else {
      groups.forget(seen.key());
    }
  }

  /** False if there is nobody to leave the study to. */
  private boolean leave(Member seen) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Member> member = groups.find(seen.key()).filter(it -> it.status() != Status.LEFT);
      if (member.isEmpty()) {
        return true;
      }
      Change change = groups.change(member, member.get().as(Status.LEFT));
      if (change == Change.DONE) {
        return true;
      }
      if (change == Change.LAST_OWNER && !handOver(seen)) {
        return false;
      }
    }
    throw new IllegalStateException("somebody else is always faster");
  }

  /** To the admin, else the member, who has been there longest. */
  private boolean handOver(Member last) {
    Optional<Member> heir =
        groups.members(last.group().id()).stream()
            .filter(it -> it.isActive() && !it.userId().equals(last.userId()))
            .min(Comparator.comparing(Member::role).thenComparing(Member::joinedAt));
    heir.ifPresent(member -> groups.change(heir, member.as(Role.OWNER)));
    return heir.isPresent();
  }
}
