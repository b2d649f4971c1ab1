package org.openedx.devdata.answers.activity;

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

/** Statements of course runs by day and verb. */
public final class StatementsChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "statements",
          "statements by day and verb",
          List.of("course_key", "day", "verb"),
          List.of("statements"));

  private static final int VERB = 6;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    for (int event = 0; event < life.log().count(); event++) {
      long day = Moments.dayOf(life.log().micros(event));
      long key = Packed.with(day, VERB, Verb.of(life.log().type(event)).ordinal());
      cells.add(key, 0, life.statements(event));
    }
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.day(key >> VERB);
    rows.text(Verb.at(Packed.last(key, VERB)).word());
    rows.number(figures[0]);
    rows.end();
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{x}.xapi_events_all_parsed"),
        "SELECT course_key, toDate(emission_time) AS day, splitByChar('/', verb_id)[-1] AS verb,"
            + " uniqExact(event_id) AS statements FROM {x}.xapi_events_all_parsed WHERE course_key"
            + " IN ({courses}) GROUP BY course_key, day, verb");
  }
}
