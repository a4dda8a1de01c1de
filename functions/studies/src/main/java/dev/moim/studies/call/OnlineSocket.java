package dev.moim.studies.call;

import dev.moim.studies.User;

/**
 * A socket whose user has the study's page open, whether they are in the call or not.
 *
 * @param asked when the gateway received the frame that said so, in epoch milliseconds
 */
public record OnlineSocket(PeerSocket socket, User user, long asked) {

  public boolean isOf(User other) {
    return user.id().equals(other.id());
  }
}
