package dev.moim.studies.view;

import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.StudyCall;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sessions and participants, in the five forms the document has for them. */
public final class CallView {

  private CallView() {}

  /** A session by itself. */
  public static Map<String, @Nullable Object> session(StudyCall call) {
    Map<String, @Nullable Object> json = facts(call);
    json.put("starter", UserView.of(call.session().startedBy()));
    return json;
  }

  /** An open session, and who is in it. */
  public static Map<String, @Nullable Object> status(StudyCall call) {
    Map<String, @Nullable Object> json = facts(call);
    json.put("onlineCount", onlineCount(call));
    json.put("starter", UserView.of(call.session().startedBy()));
    json.put("participants", call.inside().stream().map(one -> present(call, one)).toList());
    return json;
  }

  /** Participants whom events reach; others joined by a request, or have lost their socket. */
  private static long onlineCount(StudyCall call) {
    return call.inside().stream()
        .filter(participant -> participant.liveness().openSocket().isPresent())
        .count();
  }

  /** A past session as one of many. */
  public static Map<String, @Nullable Object> listed(StudyCall call) {
    Map<String, @Nullable Object> json = session(call);
    json.put("participants", call.roster().all().stream().map(CallView::brief).toList());
    json.put("participantCount", call.roster().size());
    return json;
  }

  /** A session with all that is known of it. */
  public static Map<String, @Nullable Object> detailed(StudyCall call, Instant now) {
    Map<String, @Nullable Object> json = session(call);
    Function<CallParticipant, Object> form = one -> participant(call, one, now);
    json.put("participants", call.roster().all().stream().map(form).toList());
    return json;
  }

  public static Map<String, @Nullable Object> participant(
      StudyCall call, CallParticipant participant, Instant now) {
    Map<String, @Nullable Object> json = participation(call, participant);
    json.put("duration", participant.isInside() ? null : participant.seconds(now));
    json.put("audioMutedTime", participant.seconds(MediaState.AUDIO_MUTED, now));
    json.put("videoOffTime", participant.seconds(MediaState.VIDEO_OFF, now));
    json.put("screenSharedTime", participant.seconds(MediaState.SCREEN_SHARED, now));
    json.put("user", UserView.of(participant.user()));
    return json;
  }

  private static Map<String, @Nullable Object> facts(StudyCall call) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", call.session().id());
    json.put("studyId", call.studyId());
    json.put("roomId", call.roomId());
    json.put("startedBy", call.session().startedBy().id());
    json.put("startedAt", TimeView.of(call.session().startedAt()));
    json.put("endedAt", TimeView.of(call.endedAt()));
    json.put("duration", call.endedAt().map(call::seconds).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> present(
      StudyCall call, CallParticipant participant) {
    Map<String, @Nullable Object> json = participation(call, participant);
    json.put("user", UserView.of(participant.user()));
    return json;
  }

  private static Map<String, @Nullable Object> participation(
      StudyCall call, CallParticipant participant) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", participant.id());
    json.put("sessionId", call.session().id());
    json.put("userId", participant.user().id());
    json.put("joinedAt", TimeView.of(participant.joinedAt()));
    json.put("leftAt", TimeView.of(participant.leftAt()));
    return json;
  }

  /** Of a session that is over: its time is up. */
  private static Map<String, @Nullable Object> brief(CallParticipant participant) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", participant.id());
    json.put("userId", participant.user().id());
    json.put("duration", participant.inside().millis() / 1_000);
    json.put("user", Map.of("name", participant.user().name()));
    return json;
  }
}
