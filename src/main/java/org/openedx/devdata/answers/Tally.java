package org.openedx.devdata.answers;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Chart;
import org.openedx.devdata.answers.figure.LearnerChart;
import org.openedx.devdata.answers.figure.Presence;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.WorldChart;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;

/**
 * Figures of some lives, for each chart in the order of {@link Charts#ALL}. Mutable, not
 * thread-safe; those of different lives can be added.
 */
final class Tally {

  private final List<Chart> charts;
  private final List<Cells> cells = new ArrayList<>();
  private final List<Presence> presences = new ArrayList<>();

  Tally(List<Chart> charts) {
    this.charts = charts;
    for (Chart chart : charts) {
      cells.add(new Cells(chart instanceof RunChart run ? run.sums() : 1));
      presences.add(new Presence());
    }
  }

  /** Counts a life; rows of learners are written at once. */
  void count(Life life, List<CsvRows> rows) {
    for (int i = 0; i < charts.size(); i++) {
      Chart chart = charts.get(i);
      if (chart instanceof RunChart run) {
        run.count(life, cells.get(i));
      } else if (chart instanceof WorldChart world) {
        world.count(life, cells.get(i), presences.get(i));
      } else if (chart instanceof LearnerChart learners) {
        learners.write(life, rows.get(i));
      }
    }
  }

  /** Adds the figures of charts of runs. */
  void addRun(Tally other) {
    for (int i = 0; i < charts.size(); i++) {
      if (charts.get(i) instanceof RunChart) {
        cells.get(i).addAll(other.cells.get(i));
      }
    }
  }

  /** Adds the figures of charts of the world. */
  void addWorld(Tally other) {
    for (int i = 0; i < charts.size(); i++) {
      if (charts.get(i) instanceof WorldChart) {
        cells.get(i).addAll(other.cells.get(i));
        presences.get(i).addAll(other.presences.get(i));
      }
    }
  }

  /** Writes the rows of a run. */
  void writeRun(RunFacts run, List<CsvRows> rows) {
    for (int i = 0; i < charts.size(); i++) {
      if (charts.get(i) instanceof RunChart chart) {
        chart.write(run, cells.get(i), rows.get(i));
      }
    }
  }

  /** Writes the rows of the world. */
  void writeWorld(List<CsvRows> rows) {
    for (int i = 0; i < charts.size(); i++) {
      if (charts.get(i) instanceof WorldChart chart) {
        chart.write(cells.get(i), presences.get(i), rows.get(i));
      }
    }
  }
}
