package dev.moim.studies.signal;

import dev.moim.shared.sockets.Notice;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.StudyCall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the others were told last of a participant, and what they have to hear to know what is. */
final class PeerNews {

  private final StudySocket about;
  private final Map<MediaState, Boolean> told = new EnumMap<>(MediaState.class);
  private boolean there;

  private PeerNews(StudySocket about, boolean there) {
    this.about = about;
    this.there = there;
  }

  /** Told that they are gone. */
  static PeerNews left(StudySocket about) {
    return new PeerNews(about, false);
  }

  /** Told that they are there as they are in this call. */
  static PeerNews joined(StudySocket about, StudyCall call) {
    PeerNews news = new PeerNews(about, true);
    for (MediaState state : MediaState.values()) {
      news.told.put(state, MediaNews.isOn(call, about, state));
    }
    return news;
  }

  /** Told of one switch. */
  static PeerNews switched(StudySocket about, StudyCall call, MediaState state) {
    PeerNews news = new PeerNews(about, true);
    news.told.put(state, MediaNews.isOn(call, about, state));
    return news;
  }

  /** What differs from what was told, as told from now on. */
  List<Notice> since(StudyCall now) {
    if (!LeaveRoom.isThere(now, about)) {
      List<Notice> left = there ? List.of(Peers.left(now, about)) : List.of();
      there = false;
      return left;
    }
    List<Notice> news = new ArrayList<>();
    if (!there) {
      news.add(Peers.joined(now, about));
      there = true;
      List.of(MediaState.values()).forEach(state -> told.put(state, false));
    }
    told.replaceAll((state, before) -> {
      boolean on = MediaNews.isOn(now, about, state);
      if (on != before) {
        news.addAll(MediaNews.of(now, about, state));
      }
      return on;
    });
    return news;
  }
}
