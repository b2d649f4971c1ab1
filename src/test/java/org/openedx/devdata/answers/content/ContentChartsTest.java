package org.openedx.devdata.answers.content;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.answers.JudgedCharts;
import org.openedx.devdata.answers.figure.Chart;

class ContentChartsTest extends JudgedCharts {

  static Stream<Chart> charts() {
    return charts(ContentChartsTest.class);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void judgeFindsTheSame(Chart chart) {
    judge(chart);
  }
}
