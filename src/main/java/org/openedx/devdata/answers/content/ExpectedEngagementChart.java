package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.LearnerChart;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.Metric;
import org.openedx.devdata.answers.life.Place;
import org.openedx.devdata.answers.life.RunFacts;

/**
 * The table {@code expected_engagement} that {@code check-known-answers} of Aspects reads: for each
 * learner how much of each section and subsection reports see, and how much was really done. Rows
 * of which both are nothing are left out.
 */
public final class ExpectedEngagementChart implements LearnerChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "expected_engagement",
          "each learner's part of each subsection, as check-known-answers of Aspects reads it",
          List.of("org", "course_key", "actor_id", "content_level", "block_id", "metric"),
          List.of("done", "total", "status", "done_truth", "status_truth"));

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void write(Life life, Rows rows) {
    int[] done = new int[life.run().shape().sequentials()];
    int[] really = new int[done.length];
    for (Metric metric : Metric.values()) {
      life.countDone(metric, done);
      life.countReally(metric, really);
      for (Place place : life.run().places(metric)) {
        int seen = place.sum(done);
        int truth = place.sum(really);
        if (seen + truth > 0) {
          write(life, place, metric, seen, truth, rows);
        }
      }
    }
  }

  private static void write(Life life, Place place, Metric metric, int seen, int truth, Rows rows) {
    RunFacts run = life.run();
    rows.text(run.org());
    rows.text(run.course());
    rows.text(life.actor());
    rows.text(place.level());
    rows.text(place.key(run));
    rows.text(metric.key());
    rows.number(seen);
    rows.number(place.total());
    rows.text(metric.status(seen, place.total()));
    rows.number(truth);
    rows.text(metric.status(truth, place.total()));
    rows.end();
  }
}
