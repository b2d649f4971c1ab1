package org.openedx.devdata.xapi.model.allot;

import java.util.function.IntUnaryOperator;
import org.openedx.devdata.xapi.StatementType;

/**
 * The order of the types within visits: a video is played before it is paused, left or completed,
 * and an answer is sent before it is marked. Mutable, not thread-safe.
 */
final class VisitOrder {

  private static final StatementType[] TYPES = StatementType.values();
  private static final int NOWHERE = -1;
  private static final int MAX_FOLLOWERS = 5;
  private static final byte PLAYED = (byte) StatementType.PLAYED_VIDEO.ordinal();
  private static final byte COMPLETED = (byte) StatementType.COMPLETED_VIDEO.ordinal();
  private static final byte CLICK = (byte) StatementType.BROWSER_PROBLEM_CHECK.ordinal();

  /** By type, whether it is an answer that does not stand together with others. */
  private static final boolean[] ALONE = new boolean[TYPES.length];

  /** By type, whether it is of a video that plays, or has just played. */
  private static final boolean[] OF_PLAYING = new boolean[TYPES.length];

  static {
    for (StatementType type : TYPES) {
      ALONE[type.ordinal()] = Need.isAlone(type) && Need.answers(type);
      OF_PLAYING[type.ordinal()] =
          type == StatementType.PAUSED_VIDEO
              || type == StatementType.STOPPED_VIDEO
              || type == StatementType.POSITION_CHANGED_VIDEO;
    }
  }

  /** Number of plays and completions of each visit. */
  private int[] plays = new int[1024];

  private int[] completions = new int[1024];

  /** Number of others that need a play before them. */
  private int[] followers = new int[1024];

  /** Positions in a visit, and what is to stand there. */
  private int[] positions = new int[256];

  private byte[] moved = new byte[256];

  /**
   * Arranges the types of a frame.
   *
   * @param types by position
   * @param playsSuffice whether more plays may be made where visits with videos are too few
   * @param draw a random number below another
   */
  void arrange(byte[] types, VisitPositions visits, boolean playsSuffice, IntUnaryOperator draw) {
    count(types, visits);
    for (int visit = 0; visit < visits.count(); visit++) {
      while (completions[visit] > 0 && plays[visit] == 0) {
        int completion = find(COMPLETED, visit, types, visits);
        if (!lead(visit, completion, types, visits, draw)) {
          types[completion] = PLAYED;
          plays[visit]++;
          completions[visit]--;
        }
      }
    }
    boolean spare = true;
    for (int visit = 0; (spare || playsSuffice) && visit < visits.count(); visit++) {
      while (followers[visit] > 0 && plays[visit] == 0 && (spare || playsSuffice)) {
        int follower = follower(visit, types, visits);
        spare = spare && lead(visit, follower, types, visits, draw);
        if (!spare && playsSuffice) {
          types[follower] = PLAYED;
          plays[visit]++;
          followers[visit]--;
        }
      }
    }
    for (int visit = 0; visit < visits.count(); visit++) {
      int length = visits.end(visit) - visits.begin(visit);
      if (positions.length < length) {
        positions = new int[length * 2];
        moved = new byte[length * 2];
      }
      if (completions[visit] > 0) {
        videos(visit, types, visits);
      }
      if (followers[visit] > 0 && plays[visit] > 0) {
        playFirst(visit, types, visits);
      }
      if (visits.has(visit, Need.SITTING)) {
        answers(visit, types, visits);
      }
    }
  }

  /** Returns whether a mix of types has a play for each few that need one before them. */
  static boolean playsSuffice(int[] counts) {
    int followers = 0;
    for (int type = 0; type < counts.length; type++) {
      followers += OF_PLAYING[type] ? counts[type] : 0;
    }
    return counts[PLAYED] * MAX_FOLLOWERS >= followers + counts[COMPLETED];
  }

  private void count(byte[] types, VisitPositions visits) {
    if (plays.length < visits.count()) {
      plays = new int[visits.count() * 2];
      completions = new int[visits.count() * 2];
      followers = new int[visits.count() * 2];
    }
    for (int visit = 0; visit < visits.count(); visit++) {
      int played = 0;
      int completed = 0;
      int following = 0;
      int end = visits.end(visit);
      for (int at = visits.begin(visit); at < end; at++) {
        played += types[at] == PLAYED ? 1 : 0;
        completed += types[at] == COMPLETED ? 1 : 0;
        following += OF_PLAYING[types[at]] ? 1 : 0;
      }
      plays[visit] = played;
      completions[visit] = completed;
      followers[visit] = following;
    }
  }

  /**
   * Exchanges what needs a play before it for a play of a visit that has another, or for what may
   * be anywhere of one that has a play.
   *
   * @param needy its position
   * @return false when there is none
   */
  private boolean lead(
      int visit, int needy, byte[] types, VisitPositions visits, IntUnaryOperator draw) {
    int start = draw.applyAsInt(visits.count());
    for (int i = 0; i < visits.count(); i++) {
      int other = (start + i) % visits.count();
      int exchanged = plays[other] > 0 ? exchangeable(other, types, visits) : NOWHERE;
      if (exchanged != NOWHERE) {
        byte type = types[needy];
        types[needy] = types[exchanged];
        types[exchanged] = type;
        if (types[needy] == PLAYED) {
          plays[other]--;
          plays[visit]++;
        }
        int[] counts = type == COMPLETED ? completions : followers;
        counts[other]++;
        counts[visit]--;
        return true;
      }
    }
    return false;
  }

  /** A position of a visit with a play that something which needs one may have instead. */
  private int exchangeable(int visit, byte[] types, VisitPositions visits) {
    if (plays[visit] > 1) {
      return find(PLAYED, visit, types, visits);
    }
    for (int at = visits.begin(visit); at < visits.end(visit); at++) {
      byte type = types[at];
      if (type != PLAYED
          && type != COMPLETED
          && !OF_PLAYING[type]
          && Need.isFree(TYPES[type], visits)) {
        return at;
      }
    }
    return NOWHERE;
  }

  private static int follower(int visit, byte[] types, VisitPositions visits) {
    int at = visits.begin(visit);
    while (!OF_PLAYING[types[at]]) {
      at++;
    }
    return at;
  }

  /** Puts the first play before what needs one. */
  private static void playFirst(int visit, byte[] types, VisitPositions visits) {
    int follower = follower(visit, types, visits);
    int play = find(PLAYED, visit, types, visits);
    if (follower < play) {
      types[play] = types[follower];
      types[follower] = PLAYED;
    }
  }

  private static int find(byte type, int visit, byte[] types, VisitPositions visits) {
    int at = visits.begin(visit);
    while (types[at] != type) {
      at++;
    }
    return at;
  }

  /** Puts plays and completions in turns, a play first. */
  private void videos(int visit, byte[] types, VisitPositions visits) {
    int count = 0;
    for (int at = visits.begin(visit); at < visits.end(visit); at++) {
      if (types[at] == PLAYED || types[at] == COMPLETED) {
        positions[count++] = at;
      }
    }
    int all = completions[visit];
    for (int i = 0; i < count; i++) {
      boolean completes = (long) (i + 1) * all / count > (long) i * all / count;
      types[positions[i]] = completes ? COMPLETED : PLAYED;
    }
  }

  /** Puts clicks and answers in turns; clicks beyond them come first, answers last. */
  private void answers(int visit, byte[] types, VisitPositions visits) {
    int count = 0;
    int answers = 0;
    int end = visits.end(visit);
    for (int at = visits.begin(visit); at < end; at++) {
      byte type = types[at];
      if (type == CLICK) {
        positions[count++] = at;
      } else if (ALONE[type]) {
        positions[count++] = at;
        moved[answers++] = type;
      }
    }
    int clicks = count - answers;
    int first = Math.max(0, clicks - answers);
    int placed = 0;
    for (int i = 0; i < count; i++) {
      boolean click = i < first || (i - first) % 2 == 0 && (i - first) / 2 < clicks - first;
      types[positions[i]] = click ? CLICK : moved[placed++];
    }
  }
}
