package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.answers.life.Views;
import org.openedx.devdata.world.BlockType;

/** Views of each second of videos: all, those of learners who watched it again, and learners. */
public final class VideoSecondsChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "video_seconds",
          "views of each second of videos",
          List.of("course_key", "video_id", "second"),
          List.of("views", "repeat_views", "unique_views"));

  private static final int VIEWS = 0;
  private static final int REPEAT = 1;
  private static final int UNIQUE = 2;
  private static final int SECOND = 20;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    Views views = new Views();
    for (int video : life.watched().videos()) {
      life.watched().shown(video, views);
      for (int second = 1; second <= views.end(); second++) {
        int seen = views.of(second);
        if (seen > 0) {
          long key = Packed.with(video, SECOND, second);
          cells.add(key, VIEWS, seen);
          cells.add(key, seen > 1 ? REPEAT : UNIQUE, seen);
        }
      }
    }
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.text(run.key(BlockType.VIDEO, (int) (key >> SECOND)));
    rows.number(Packed.last(key, SECOND));
    for (long figure : figures) {
      rows.number(figure);
    }
    rows.end();
  }
}
