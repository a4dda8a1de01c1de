package dev.moim.studies.view;

import dev.moim.studies.history.Statistics;
import dev.moim.studies.history.Statistics.Day;
import dev.moim.studies.history.Statistics.MostActive;
import dev.moim.studies.history.UserSum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statistics as the document has them. Durations are seconds. */
public final class StatisticsView {

  private StatisticsView() {}

  public static Map<String, @Nullable Object> study(Statistics statistics) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("period", statistics.period().text());
    json.put("totalSessions", statistics.totalSessions());
    json.put("totalParticipants", statistics.totalParticipants());
    json.put("averageParticipants", statistics.averageParticipants());
    json.put("totalDuration", statistics.totalDuration());
    json.put("averageDuration", statistics.averageDuration());
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
  public static Map<String, @Nullable Object> user(String userId, Optional<UserSum> sum) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("userId", userId);
    json.put("totalSessions", sum.map(UserSum::sessions).orElse(0L));
    json.put("totalDuration", sum.map(UserSum::seconds).orElse(0L));
    json.put("averageDuration", sum.map(UserSum::averageSeconds).orElse(0L));
    json.put("totalAudioMutedTime", sum.map(UserSum::mutedSeconds).orElse(0L));
    json.put("totalVideoOffTime", sum.map(UserSum::videoOffSeconds).orElse(0L));
    json.put("totalScreenSharedTime", sum.map(UserSum::screenSeconds).orElse(0L));
    json.put("firstSession", TimeView.of(sum.map(UserSum::first)));
    json.put("lastSession", TimeView.of(sum.map(UserSum::last)));
    return json;
  }
}
