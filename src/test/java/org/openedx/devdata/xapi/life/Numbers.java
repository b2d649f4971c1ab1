package org.openedx.devdata.xapi.life;

import java.util.List;

/** Statistics of lists of numbers. Stateless. */
final class Numbers {

  private Numbers() {}

  static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  static double deviation(List<Double> values) {
    double mean = mean(values);
    return Math.sqrt(
        values.stream().mapToDouble(value -> (value - mean) * (value - mean)).average().orElse(0));
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  static double correlation(List<Double> first, List<Double> second) {
    double meanFirst = mean(first);
    double meanSecond = mean(second);
    double sum = 0;
    for (int i = 0; i < first.size(); i++) {
      sum += (first.get(i) - meanFirst) * (second.get(i) - meanSecond);
    }
    return sum / first.size() / deviation(first) / deviation(second);
  }
}
