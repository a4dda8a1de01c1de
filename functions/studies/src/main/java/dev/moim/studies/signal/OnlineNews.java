package dev.moim.studies.signal;

import dev.moim.shared.sockets.Notice;
import dev.moim.studies.User;
import dev.moim.studies.call.OnlineSocket;
import java.time.Instant;
import java.util.List;

/** What the others were told last of whether somebody is online. */
final class OnlineNews {

  private final User about;
  private final Instant when;
  private boolean online;

  OnlineNews(User about, Instant when, boolean online) {
    this.about = about;
    this.when = when;
    this.online = online;
  }

  /** What differs from what was told, as told from now on. */
  List<Notice> since(List<OnlineSocket> all) {
    boolean now = all.stream().anyMatch(one -> one.isOf(about));
    if (now == online) {
      return List.of();
    }
    online = now;
    String event = now ? "presence:user-online" : "presence:user-offline";
    return List.of(GoOnline.news(event, all, about, when));
  }
}
