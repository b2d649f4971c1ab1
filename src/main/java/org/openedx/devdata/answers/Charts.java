package org.openedx.devdata.answers;

import java.util.List;
import org.openedx.devdata.answers.activity.ActiveCoursesChart;
import org.openedx.devdata.answers.activity.ActiveLearnersChart;
import org.openedx.devdata.answers.activity.StatementsChart;
import org.openedx.devdata.answers.content.EngagementChart;
import org.openedx.devdata.answers.content.ExpectedEngagementChart;
import org.openedx.devdata.answers.content.ExpectedVideoSecondsChart;
import org.openedx.devdata.answers.content.PageViewsChart;
import org.openedx.devdata.answers.content.ProblemAttemptsChart;
import org.openedx.devdata.answers.content.ProblemResponsesChart;
import org.openedx.devdata.answers.content.SubsectionScoresChart;
import org.openedx.devdata.answers.content.VideoSecondsChart;
import org.openedx.devdata.answers.content.VideosChart;
import org.openedx.devdata.answers.figure.Chart;
import org.openedx.devdata.answers.people.CourseInformationChart;
import org.openedx.devdata.answers.people.EnrolmentStatusChart;
import org.openedx.devdata.answers.people.EnrolmentsChart;
import org.openedx.devdata.answers.people.ForumChart;
import org.openedx.devdata.answers.people.GradesChart;
import org.openedx.devdata.answers.people.LearnersChart;

/** All charts. Constants only. */
public final class Charts {

  /** In the order in which they are written and reported. */
  public static final List<Chart> ALL =
      List.of(
          new EnrolmentsChart(),
          new EnrolmentStatusChart(),
          new CourseInformationChart(),
          new GradesChart(),
          new LearnersChart(),
          new PageViewsChart(),
          new EngagementChart(),
          new ProblemAttemptsChart(),
          new ProblemResponsesChart(),
          new SubsectionScoresChart(),
          new VideosChart(),
          new VideoSecondsChart(),
          new ForumChart(),
          new StatementsChart(),
          new ActiveLearnersChart(),
          new ActiveCoursesChart(),
          new ExpectedEngagementChart(),
          new ExpectedVideoSecondsChart());

  private Charts() {}
}
