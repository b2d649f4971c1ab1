package org.openedx.devdata.spec.series;

import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * One of several values, by weight. Immutable.
 *
 * @param ends for each value, the sum of the weights up to its own
 */
record Pick(List<Form> values, double[] ends, RandomStream stream) implements Form {

  /** Values that are equally likely. */
  static Pick evenly(List<Form> values, RandomStream stream) {
    double[] weights = new double[values.size()];
    Arrays.fill(weights, 1);
    return weighted(values, weights, stream);
  }

  /**
   * @param weights positive, one for each value
   */
  static Pick weighted(List<Form> values, double[] weights, RandomStream stream) {
    double[] ends = weights.clone();
    for (int value = 1; value < ends.length; value++) {
      ends[value] += ends[value - 1];
    }
    return new Pick(List.copyOf(values), ends, stream);
  }

  @Override
  public SpecNode at(Turn turn) {
    double place = Draw.unit(stream.at(turn.number())) * ends[ends.length - 1];
    int index = Arrays.binarySearch(ends, place);
    // At the end of a value the next one begins.
    int value = index < 0 ? -index - 1 : index + 1;
    return values.get(Math.min(value, values.size() - 1)).at(turn);
  }
}
