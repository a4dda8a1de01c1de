package dev.moim.studies.call;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a study's calls should come to, told in the plainest way: a second passes, and everybody who
 * is there has been there a second longer. Seconds after somebody was lost count only if they come
 * back in time.
 */
final class CallModel {

  private static final int GRACE = 30;
  private static final int LEASE = 900;
  private static final int UNJOINED = 300;

  /** Seconds inside, and of each switch. */
  record Times(int inside, Map<MediaState, Integer> switches) {}

  /** A session that is over. */
  record Past(int start, int end, Map<String, Times> users) {}

  private static final class Guest {
    boolean present;
    boolean socket;
    int lostAt = -1;
    int deadline = -1;
    int leftAt;
    int inside;
    int unsure;
    final Map<MediaState, Boolean> on = new EnumMap<>(MediaState.class);
    final Map<MediaState, Integer> seconds = new EnumMap<>(MediaState.class);
    final Map<MediaState, Integer> unsureSeconds = new EnumMap<>(MediaState.class);
  }

  final List<Past> past = new ArrayList<>();
  private int now;
  private int startedAt = -1;
  private Map<String, Guest> guests = new TreeMap<>();

  boolean isOpen() {
    return startedAt >= 0;
  }

  void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      guests.values().stream().filter(guest -> guest.present).forEach(this::second);
      now++;
    }
  }

  private void second(Guest guest) {
    boolean sure = guest.lostAt < 0 && (guest.deadline < 0 || now < guest.deadline);
    if (sure) {
      guest.inside++;
    } else {
      guest.unsure++;
    }
    guest.on.forEach((kind, on) -> {
      if (on) {
        (sure ? guest.seconds : guest.unsureSeconds).merge(kind, 1, Integer::sum);
      }
    });
  }

  void start() {
    if (!isOpen()) {
      startedAt = now;
      guests = new TreeMap<>();
    }
  }

  void join(String user) {
    if (isOpen()) {
      Guest known = guests.get(user);
      if (known != null && known.lostAt >= 0) {
        turnPage(known);
      }
      Guest guest = heardOf(user);
      if (!guest.socket || guest.lostAt >= 0) {
        guest.socket = false;
        guest.deadline = now + LEASE;
      }
      guest.lostAt = -1;
    }
  }

  void enter(String user) {
    if (isOpen()) {
      Optional.ofNullable(guests.get(user)).ifPresent(CallModel::turnPage);
      Guest guest = heardOf(user);
      guest.socket = true;
      guest.deadline = -1;
      guest.lostAt = -1;
    }
  }

  /** Nothing is on where they are next; what was on ended with the socket before. */
  private static void turnPage(Guest guest) {
    guest.on.clear();
    guest.unsureSeconds.clear();
  }

  private Guest heardOf(String user) {
    Guest guest = guests.computeIfAbsent(user, id -> new Guest());
    settle(guest);
    guest.inside += guest.unsure;
    guest.unsureSeconds.forEach((kind, more) -> guest.seconds.merge(kind, more, Integer::sum));
    forget(guest);
    guest.present = true;
    return guest;
  }

  void leave(String user) {
    Guest guest = guests.get(user);
    if (isOpen() && guest != null && guest.present) {
      settle(guest);
      if (guest.present) {
        heardOf(user);
        gone(guest, now);
      }
      closeIfEmpty();
    }
  }

  void lose(String user) {
    Guest guest = guests.get(user);
    if (isOpen() && guest != null && guest.present) {
      settle(guest);
      if (guest.present && guest.socket && guest.lostAt < 0) {
        guest.lostAt = now;
      }
      closeIfEmpty();
    }
  }

  void toggle(String user, MediaState kind, boolean on) {
    Guest guest = guests.get(user);
    if (isOpen() && guest != null && guest.present) {
      settle(guest);
      if (guest.present && guest.lostAt < 0) {
        guest.on.put(kind, on);
      }
      closeIfEmpty();
    }
  }

  void timers() {
    if (isOpen() && guests.isEmpty() && now - startedAt >= UNJOINED) {
      startedAt = -1;
    }
    guests.values().stream().filter(guest -> guest.present).forEach(this::settle);
    closeIfEmpty();
  }

  private void settle(Guest guest) {
    if (guest.present && guest.lostAt >= 0 && now - guest.lostAt >= GRACE) {
      gone(guest, guest.lostAt);
    } else if (guest.present && guest.lostAt < 0 && guest.deadline >= 0 && now >= guest.deadline) {
      gone(guest, guest.deadline);
    }
  }

  private static void gone(Guest guest, int at) {
    forget(guest);
    guest.present = false;
    guest.socket = false;
    guest.lostAt = -1;
    guest.deadline = -1;
    guest.leftAt = at;
    guest.on.clear();
  }

  private static void forget(Guest guest) {
    guest.unsure = 0;
    guest.unsureSeconds.clear();
  }

  private void closeIfEmpty() {
    if (!isOpen() || guests.isEmpty() || guests.values().stream().anyMatch(one -> one.present)) {
      return;
    }
    int end = guests.values().stream().mapToInt(guest -> guest.leftAt).max().orElseThrow();
    Map<String, Times> users = new TreeMap<>();
    guests.forEach(
        (id, guest) -> users.put(id, new Times(guest.inside, new EnumMap<>(guest.seconds))));
    past.add(new Past(startedAt, end, users));
    startedAt = -1;
    // The next start may come before the end of this one only by the clock of a late timer.
    guests = new TreeMap<>();
  }
}
