package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.LearnerChart;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.answers.life.Views;
import org.openedx.devdata.answers.life.Watched;
import org.openedx.devdata.world.BlockType;

/**
 * The table {@code expected_video_seconds} that {@code check-known-answers} of Aspects reads: for
 * each learner and video that was opened, seconds that were played and seconds that reports see.
 */
public final class ExpectedVideoSecondsChart implements LearnerChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "expected_video_seconds",
          "each learner's seconds of each video, as check-known-answers of Aspects reads them",
          List.of("org", "course_key", "actor_id", "video_block_id"),
          List.of(
              "video_duration",
              "truth_seconds",
              "truth_distinct_seconds",
              "observable_seconds",
              "observable_distinct_seconds",
              "observable_max_views"));

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void write(Life life, Rows rows) {
    RunFacts run = life.run();
    Watched watched = life.watched();
    Views views = new Views();
    for (int video : watched.videos()) {
      rows.text(run.org());
      rows.text(run.course());
      rows.text(life.actor());
      rows.text(run.key(BlockType.VIDEO, video));
      rows.number(run.seconds(video));
      watched.played(video, views);
      rows.number(views.seconds());
      rows.number(views.distinct());
      watched.shown(video, views);
      rows.number(views.seconds());
      rows.number(views.distinct());
      rows.number(views.greatest());
      rows.end();
    }
  }
}
