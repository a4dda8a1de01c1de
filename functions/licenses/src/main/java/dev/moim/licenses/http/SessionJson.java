package dev.moim.licenses.http;

import dev.moim.licenses.Participant;
import dev.moim.licenses.RoomState;
import dev.moim.licenses.Session;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.lambda.HttpReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions, with the fields and in the order of the document. */
final class SessionJson {

  /** Everybody in a room may send; the document's other roles have no meaning here. */
  private static final String ROLE = "PUBLISHER";

  /** The document's backend kept tokens in a column of this width, and showed what fitted. */
  private static final int TOKEN_LENGTH = 100;

  private SessionJson() {}

  /**
   * @param host under which the tenant reached us
   */
  static HttpReply page(Page<Session> page, String host) {
    List<Map<String, Object>> sessions =
        page.items().stream().map(session -> session(session, host)).toList();
    return TenantJson.success(sessions, page.next());
  }

  static HttpReply state(RoomState room) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", room.status().name());
    json.put("user", room.users());
    json.put("roomName", room.roomName());
    return TenantJson.success(json);
  }

  private static Map<String, Object> session(Session session, String host) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", session.id());
    json.put("domain", session.domain());
    json.put("sessionId", session.sessionId());
    json.put("roomName", session.roomName());
    json.put("status", "OPEN");
    json.put("createdAt", Timestamps.iso(session.createdAt()));
    json.put(
        "sessionTokens",
        session.participants().stream().map(one -> participant(session, one, host)).toList());
    return json;
  }

  private static Map<String, Object> participant(Session session, Participant one, String host) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("connectionId", one.connectionId());
    json.put("sessionId", session.sessionId());
    json.put("sessionName", session.name());
    json.put("token", token(session, one, host));
    json.put("userName", one.userName());
    json.put("role", ROLE);
    json.put("location", one.viewer().location());
    json.put("platform", one.viewer().platform());
    json.put("status", one.active() ? "active" : "inactive");
    json.put("createdAt", Timestamps.iso(one.createdAt()));
    json.put("updatedAt", Timestamps.iso(one.updatedAt()));
    return json;
  }

  /** It has the shape of a media server's address, but identifies only. */
  private static String token(Session session, Participant one, String host) {
    String token =
        "wss://%s?sessionId=%s&token=%s&role=%s&version=1"
            .formatted(host, session.sessionId(), one.tokenId(), ROLE);
    return token.substring(0, Math.min(token.length(), TOKEN_LENGTH));
  }
}
