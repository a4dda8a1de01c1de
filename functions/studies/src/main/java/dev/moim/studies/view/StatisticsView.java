package dev.moim.studies.view;

import dev.moim.studies.call.MediaState;
import dev.moim.studies.history.SessionTotals;
import dev.moim.studies.history.Statistics;
import dev.moim.studies.history.Statistics.Day;
import dev.moim.studies.history.Statistics.MostActive;
import dev.moim.studies.history.UserTotals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statistics as the document has them. Durations are seconds. */
public final class StatisticsView {

  private StatisticsView() {}

  public static Map<String, @Nullable Object> study(Statistics statistics) {
    SessionTotals totals = statistics.totals();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("period", statistics.period().text());
    json.put("totalSessions", totals.sessions());
    json.put("totalParticipants", totals.participants());
    json.put("averageParticipants", totals.averageParticipants());
    json.put("totalDuration", totals.seconds());
    json.put("averageDuration", totals.averageSeconds());
    json.put("mostActiveUser", statistics.mostActive().map(StatisticsView::user).orElse(null));
    json.put("sessionsPerDay", statistics.perDay().stream().map(StatisticsView::day).toList());
    return json;
  }

  private static Map<String, Object> user(MostActive user) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("userId", user.userId());
    json.put("name", user.name());
    json.put("sessionCount", user.sessions());
    return json;
  }

  private static Map<String, Object> day(Day day) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("date", day.date().toString());
    json.put("count", day.sessions());
    return json;
  }

  /** A member who has been in no session has zeros, and no first or last one. */
  public static Map<String, @Nullable Object> user(String userId, Optional<UserTotals> totals) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("userId", userId);
    json.put("totalSessions", totals.map(UserTotals::sessions).orElse(0L));
    json.put("totalDuration", totals.map(UserTotals::seconds).orElse(0L));
    json.put("averageDuration", totals.map(UserTotals::averageSeconds).orElse(0L));
    json.put("totalAudioMutedTime", seconds(totals, MediaState.AUDIO_MUTED));
    json.put("totalVideoOffTime", seconds(totals, MediaState.VIDEO_OFF));
    json.put("totalScreenSharedTime", seconds(totals, MediaState.SCREEN_SHARED));
    json.put("firstSession", TimeView.of(totals.map(UserTotals::first)));
    json.put("lastSession", TimeView.of(totals.map(UserTotals::last)));
    return json;
  }

  private static long seconds(Optional<UserTotals> totals, MediaState state) {
    return totals.map(there -> there.seconds(state)).orElse(0L);
  }
}
