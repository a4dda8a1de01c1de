package dev.moim.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Descriptions and candidates as a peer of a model test hears them. Their ICE user names are {@code
 * u} and a number that rises with each description of a sender; a candidate's line is its name.
 */
public final class HeardNegotiation {

  private final List<String> candidates = new ArrayList<>();
  private final List<String> early = new ArrayList<>();
  private final Set<String> described = new HashSet<>();
  private final Map<String, Integer> newest = new HashMap<>();

  /** Candidates in the order they came. */
  public List<String> candidates() {
    return candidates;
  }

  /** Candidates that came before their description. */
  public List<String> early() {
    return early;
  }

  /** Takes in an offer or answer, an object with its {@code sdp}. */
  public void describe(String from, Object description) {
    String ufrag = ufrag(description, "sdp");
    described.add(ufrag);
    newest.merge(from, number(ufrag), Math::max);
  }

  /** Those of an offer that a newer one has replaced have no description to wait for. */
  public void candidate(String from, Object candidate) {
    String name = String.valueOf(((Map<?, ?>) candidate).get("candidate"));
    candidates.add(name);
    String ufrag = ufrag(candidate, "usernameFragment");
    boolean replaced = newest.getOrDefault(from, -1) > number(ufrag);
    if (!described.contains(ufrag) && !replaced) {
      early.add(name);
    }
  }

  private static int number(String ufrag) {
    return Integer.parseInt(ufrag.substring(1));
  }

  private static String ufrag(Object signal, String field) {
    String text = String.valueOf(((Map<?, ?>) signal).get(field));
    int at = text.indexOf("ufrag:");
    return at < 0 ? text : text.substring(at + "ufrag:".length()).strip();
  }
}
