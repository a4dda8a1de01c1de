package dev.moim.calls.burst;

import dev.moim.shared.wire.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client believes, which is what it was told last. */
final class Heard {

  /** A chat message and when it says it was sent. */
  record Said(String user, String text, String sentAt) {}

  final Set<String> present = new HashSet<>();
  final List<Said> chat = new ArrayList<>();
  final List<String> candidates = new ArrayList<>();

  /** Candidates that came before their description. */
  final List<String> early = new ArrayList<>();

  boolean sharing;

  private final Map<String, Map<?, ?>> switches = new HashMap<>();
  private final Set<String> described = new HashSet<>();
  private final Map<String, Integer> newest = new HashMap<>();

  void hear(List<String> frames) {
    frames.stream().map(Json::readObject).forEach(this::hear);
  }

  /** What it was told of somebody's camera or microphone last. */
  Optional<Object> switchOf(String user, String what) {
    return Optional.ofNullable(switches.getOrDefault(user, Map.of()).get(what));
  }

  private void hear(Map<String, ?> frame) {
    switch (String.valueOf(frame.get("eventOp"))) {
      case "presence" -> presence(frame);
      case "sdp" -> {
        String ufrag = ufrag(frame.get("sdp"), "sdp");
        described.add(ufrag);
        newest.merge(String.valueOf(frame.get("user")), number(ufrag), Math::max);
      }
      case "candidate" -> candidate(String.valueOf(frame.get("user")), frame.get("candidate"));
      default -> {}
    }
  }

  private void presence(Map<String, ?> presence) {
    Object user = presence.get("user");
    switch (String.valueOf(presence.get("type"))) {
      case "join" -> {
        Map<?, ?> member = (Map<?, ?>) user;
        present.add(String.valueOf(member.get("userId")));
        switches.put(String.valueOf(member.get("userId")), member);
      }
      case "leave" -> {
        present.remove(String.valueOf(user));
        switches.remove(String.valueOf(user));
      }
      case "editUserInfo" -> switches.put(String.valueOf(user), presence);
      case "screen" -> sharing = true;
      case "shareStop" -> sharing = false;
      case "chat" ->
          chat.add(
              new Said(
                  String.valueOf(user),
                  String.valueOf(presence.get("message")),
                  String.valueOf(presence.get("sentAt"))));
      default -> {}
    }
  }

  /** Those of an offer that a newer one has replaced have no description to wait for. */
  private void candidate(String from, Object candidate) {
    String name = String.valueOf(((Map<?, ?>) candidate).get("candidate"));
    candidates.add(name);
    String ufrag = ufrag(candidate, "usernameFragment");
    boolean replaced = newest.getOrDefault(from, -1) > number(ufrag);
    if (!described.contains(ufrag) && !replaced) {
      early.add(name);
    }
  }

  /** Later offers have higher ones. */
  private static int number(String ufrag) {
    return Integer.parseInt(ufrag.substring(1));
  }

  private static String ufrag(Object signal, String field) {
    String text = String.valueOf(((Map<?, ?>) signal).get(field));
    int at = text.indexOf("ufrag:");
    return at < 0 ? text : text.substring(at + "ufrag:".length()).strip();
  }
}
