package org.openedx.devdata.answers.people;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Moments;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.answers.life.Verb;
import org.openedx.devdata.life.event.EventType;

/** Events of the forum by day. */
public final class ForumChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "forum",
          "posts, views, votes and reports by day",
          List.of("course_key", "day", "verb", "object"),
          List.of("events"));

  private static final int VERB = 6;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    for (int event = 0; event < life.log().count(); event++) {
      EventType type = life.log().type(event);
      if (type.isOfForum()) {
        long day = Moments.dayOf(life.log().micros(event));
        long key = Packed.with(day, VERB, Verb.of(type).ordinal());
        cells.count(Packed.with(key, 1, isOfThread(type) ? 1 : 0));
      }
    }
  }

  /** Responses and comments are both comments in reports. */
  private static boolean isOfThread(EventType type) {
    return switch (type) {
      case RESPONSE_CREATED, RESPONSE_VOTED, COMMENT_CREATED -> false;
      default -> true;
    };
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.day(Packed.at(key, 1 + VERB, Packed.DAY));
    rows.text(Verb.at(Packed.at(key, 1, VERB)).word());
    rows.text(Packed.last(key, 1) == 1 ? "thread" : "comment");
    rows.number(figures[0]);
    rows.end();
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{x}.xapi_events_all_parsed"),
        "SELECT course_key, toDate(emission_time) AS day, splitByChar('/', verb_id)[-1] AS verb,"
            + " if(object_id LIKE '%/threads/%', 'thread', 'comment') AS object,"
            + " uniqExact(event_id) AS events FROM {x}.xapi_events_all_parsed WHERE course_key IN"
            + " ({courses}) AND object_id LIKE '%/api/discussion/v1/%'"
            + " GROUP BY course_key, day, verb, object");
  }
}
