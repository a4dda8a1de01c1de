package dev.moim.calls.burst;

import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.HeardNegotiation;
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
  final HeardNegotiation negotiation = new HeardNegotiation();

  boolean sharing;

  private final Map<String, Map<?, ?>> switches = new HashMap<>();

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
      case "sdp" -> negotiation.describe(String.valueOf(frame.get("user")), frame.get("sdp"));
      case "candidate" ->
          negotiation.candidate(String.valueOf(frame.get("user")), frame.get("candidate"));
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
}
