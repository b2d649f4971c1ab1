package org.openedx.devdata.generate.config;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.StatementType;

/** Reads {@code statement_weights}: weights, in percent, that differ from the standard mix. */
final class MixReader {

  static final String TRANSFORMER = StatementSettings.DEFAULT_TRANSFORMER;

  private static final String KEY = "statement_weights";

  private final Map<StatementType, Double> changes = new EnumMap<>(StatementType.class);
  private final StatementMix mix;

  MixReader(String file, Entry entry, Problems problems) {
    MapNode weights = entry.mapping(KEY);
    List<String> names = StatementType.weighable().map(StatementType::configName).toList();
    for (int i = 0; i < weights.size(); i++) {
      Optional<StatementType> type = StatementType.named(weights.key(i));
      Optional<Double> weight = weight(weights.value(i));
      if (type.isEmpty()) {
        problems.add(
            weights.keyIn(file, i),
            "unknown type of statement '"
                + Shown.cut(weights.key(i))
                + "'"
                + Entry.hint(weights.key(i), names));
      } else if (weight.isEmpty()) {
        problems.add(
            weights.value(i).in(file),
            "the weight of " + weights.key(i) + " is no number from 0 up; write a percentage");
      } else {
        changes.put(type.get(), weight.get());
      }
    }
    mix = checked(entry);
  }

  private StatementMix checked(Entry entry) {
    double total =
        StatementType.weighable()
            .mapToDouble(type -> changes.getOrDefault(type, type.defaultWeight()))
            .sum();
    if (!(total > 0)) {
      entry.problem(KEY, "no type of statement has weight; give at least one more than 0");
      return StatementMix.standard();
    }
    StatementMix made = StatementMix.of(changes);
    if (made.share(StatementType.UNREGISTERED) > made.share(StatementType.REGISTERED)) {
      entry.problem(
          KEY,
          "Unregistered has more weight than Registered, but nobody can leave twice without"
              + " coming back; give Registered at least as much");
    }
    if (made.share(StatementType.COMPLETED_VIDEO) > made.share(StatementType.PLAYED_VIDEO)) {
      entry.problem(
          KEY,
          "CompletedVideo has more weight than PlayedVideo, but a video is completed once it was"
              + " played; give PlayedVideo at least as much");
    }
    return made;
  }

  private static Optional<Double> weight(SpecNode value) {
    if (value instanceof ScalarNode scalar) {
      try {
        double weight = new BigDecimal(scalar.text().trim()).doubleValue();
        return weight >= 0 && weight <= 1e9 ? Optional.of(weight) : Optional.empty();
      } catch (NumberFormatException notOne) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  StatementMix mix() {
    return mix;
  }

  /** The weights that were given. */
  Map<StatementType, Double> changes() {
    return changes;
  }
}
