package org.openedx.devdata.life.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.person.DayRhythm;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Powers;
import org.openedx.devdata.random.Quantile;
import org.openedx.devdata.world.Rhythm;

/**
 * The forum of a run: threads, who answers them and when (learner-behaviour.md 6). Whoever posts is
 * enrolled and has not left. Immutable.
 */
public final class ForumPlan {

  private static final long MINUTE = 60_000_000L;
  private static final long HOUR = 60 * MINUTE;

  /** From uniform numbers to ranks of posters, so that 5 percent of them write a third. */
  private static final double CONCENTRATION = 2.7;

  private static final int TRIES = 8;
  private static final int MAXIMUM_REPLIES = 90;
  private static final double NO_REPLY = 0.15;
  private static final double COMMENTS = 0.4;
  private static final double VOTES = 0.3;
  private static final double REPORTS = 0.01;

  /** All actions, by place and time. */
  private final List<Action> actions;

  /** The first action of each place; all of them at the end. */
  private final int[] firstOfPlace;

  /**
   * Something that a learner does in the forum.
   *
   * @param place of the learner in the roster
   * @param moment microseconds since 1970
   * @param thread number of the thread
   * @param number of the response or comment in its thread, from 1; 0 for the thread itself
   * @param parent number of the response that is commented on, else 0
   * @param writer place of who wrote what is answered, viewed or voted for
   */
  public record Action(
      int place, long moment, EventType type, int thread, int number, int parent, int writer) {}

  private ForumPlan(List<Action> actions, int places) {
    this.actions =
        actions.stream()
            .sorted(Comparator.comparingInt(Action::place).thenComparing(Action::moment))
            .toList();
    this.firstOfPlace = new int[places + 1];
    for (Action action : actions) {
      firstOfPlace[action.place() + 1]++;
    }
    for (int place = 0; place < places; place++) {
      firstOfPlace[place + 1] += firstOfPlace[place];
    }
  }

  /** The forum of a run. */
  public static ForumPlan of(CourseShape shape, EnrolmentPlanner enrolments) {
    int places = shape.run().roster().size();
    int threads = shape.run().outline().forumPosts();
    return new ForumPlan(
        threads == 0 ? List.of() : new Maker(shape, enrolments, places).made(threads), places);
  }

  /** Actions of the learner at a place, in order of time. */
  public List<Action> of(int place) {
    return actions.subList(firstOfPlace[place], firstOfPlace[place + 1]);
  }

  /** Returns whether the learner at a place does nothing from a moment on. */
  public boolean isOver(int place, long moment) {
    int end = firstOfPlace[place + 1];
    return end == firstOfPlace[place] || actions.get(end - 1).moment() < moment;
  }

  /** Makes the threads of one run. */
  private static final class Maker {

    private record Poster(int place, Enrolment life) {}

    /**
     * Something that was written.
     *
     * @param writer place of who wrote it; of an answer, of who wrote what is answered
     */
    private record Post(int thread, int number, int writer) {}

    private final CourseShape shape;
    private final List<Poster> posters = new ArrayList<>();
    private final List<Action> made = new ArrayList<>();

    Maker(CourseShape shape, EnrolmentPlanner enrolments, int places) {
      this.shape = shape;
      for (int place = 0; place < places; place++) {
        Enrolment life = enrolments.of(place);
        if (life.posts()) {
          posters.add(new Poster(place, life));
        }
      }
    }

    List<Action> made(int threads) {
      for (int thread = 0; thread < threads && !posters.isEmpty(); thread++) {
        thread(thread, Draw.of(shape.run().outline().postKey(thread), 64));
      }
      return made;
    }

    private void thread(int thread, long key) {
      // More early than late in the run.
      double life = 1 - StrictMath.sqrt(1 - Draw.unit(Draw.of(key, 0)));
      long wanted = shape.start() + (long) (life * (shape.end() - shape.start()));
      Poster author = active(wanted, Draw.of(key, 1));
      if (author == null) {
        return;
      }
      long moment = awake(author, wanted, Draw.of(key, 2));
      Post opening = new Post(thread, 0, author.place());
      add(author, moment, EventType.THREAD_CREATED, opening, 0);
      double size = Powers.logNormal(Draw.of(key, 3), 3.2, 1.1);
      int replies =
          Draw.chance(Draw.of(key, 4), NO_REPLY) ? 0 : (int) Math.min(MAXIMUM_REPLIES, size);
      Post response = null;
      for (int i = 0; i < replies; i++) {
        long bits = Draw.of(key, 128 + i);
        double hours = Powers.logNormal(Draw.of(bits, 0), i == 0 ? 16 : 11, 1.3);
        Poster poster = active(moment + (long) (hours * HOUR), Draw.of(bits, 1));
        if (poster == null) {
          continue;
        }
        moment = Math.max(moment + MINUTE, awake(poster, moment + (long) (hours * HOUR), bits));
        add(poster, moment - MINUTE / 2, EventType.THREAD_VIEWED, opening, 0);
        if (response != null && Draw.chance(Draw.of(bits, 2), COMMENTS)) {
          Post comment = new Post(thread, i + 1, response.writer());
          add(poster, moment, EventType.COMMENT_CREATED, comment, response.number());
          vote(opening, opening, moment, bits);
        } else {
          response = new Post(thread, i + 1, poster.place());
          Post answer = new Post(thread, i + 1, author.place());
          add(poster, moment, EventType.RESPONSE_CREATED, answer, 0);
          vote(opening, response, moment, bits);
        }
      }
    }

    /** A reader likes what was written, or the thread; seldom one reports it. */
    private void vote(Post opening, Post post, long after, long bits) {
      long moment = after + (long) Quantile.exponential(Draw.unit(Draw.of(bits, 4)), 20 * HOUR);
      Poster reader = active(moment, Draw.of(bits, 5));
      if (reader == null) {
        return;
      }
      long awake = Math.max(after + MINUTE, awake(reader, moment, Draw.of(bits, 6)));
      add(reader, awake, EventType.THREAD_VIEWED, opening, 0);
      double kind = Draw.unit(Draw.of(bits, 7));
      if (kind < REPORTS) {
        add(reader, awake + MINUTE / 3, EventType.THREAD_REPORTED, opening, 0);
      } else if (kind < VOTES) {
        EventType voted = post.number() > 0 ? EventType.RESPONSE_VOTED : EventType.THREAD_VOTED;
        add(reader, awake + MINUTE / 3, voted, post, 0);
      }
    }

    private long awake(Poster poster, long moment, long bits) {
      return new DayRhythm(poster.life().traits(), shape.habits()).awake(moment, bits);
    }

    /** A poster who takes part at a moment; null when none was found. */
    private Poster active(long moment, long bits) {
      for (int i = 0; i < TRIES; i++) {
        double unit = Draw.unit(Draw.of(bits, i));
        double rank = StrictMath.pow(unit, CONCENTRATION) * posters.size();
        Poster poster = posters.get((int) rank);
        Enrolment life = poster.life();
        long last = Math.min(life.unenrolled(), life.leaves()) - Rhythm.DAY;
        if (moment >= life.begins() && moment < Math.min(last, shape.end())) {
          return poster;
        }
      }
      return null;
    }

    private void add(Poster poster, long moment, EventType type, Post post, int parent) {
      made.add(
          new Action(
              poster.place(), moment, type, post.thread(), post.number(), parent, post.writer()));
    }
  }
}
