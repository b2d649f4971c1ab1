package org.openedx.devdata.service.aspects.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementType;

/** The setting {@code statement_weights}. Stateless. */
final class Mix {

  private static final String KEY = "statement_weights";

  private Mix() {}

  /** The mix of a spec; the usual one, with problems, when its weights are wrong. */
  @SuppressWarnings("unchecked")
  static StatementMix of(ServiceSpec spec, Problems problems) {
    Map<String, Object> given = spec.settings().get(KEY, Map.class).orElse(Map.of());
    Position position = spec.settings().positionOf(KEY);
    List<String> names = StatementType.weighable().map(StatementType::configName).toList();
    Map<StatementType, Double> changes = new EnumMap<>(StatementType.class);
    boolean good = true;
    for (Map.Entry<String, Object> weight : given.entrySet()) {
      StatementType type = StatementType.named(weight.getKey()).orElse(null);
      if (type == null) {
        good = false;
        problems.add(
            position,
            "unknown type of statement %s%s"
                .formatted(
                    Shown.quoted(weight.getKey()),
                    DidYouMean.hint(weight.getKey(), names, "; load-db.md lists them")));
      } else if (!(weight.getValue() instanceof Double value) || value < 0) {
        good = false;
        problems.add(
            position,
            "the weight of %s is %s; write a percentage, 0 or more"
                .formatted(weight.getKey(), weight.getValue()));
      } else {
        changes.put(type, value);
      }
    }
    if (good && none(changes)) {
      good = false;
      problems.add(position, "no type of statement has weight; give at least one more than 0");
    }
    StatementMix mix = good ? StatementMix.of(changes) : StatementMix.standard();
    if (mix.share(StatementType.UNREGISTERED) > mix.share(StatementType.REGISTERED)) {
      problems.add(
          position,
          "Unregistered has more weight than Registered, but nobody can leave twice without coming"
              + " back; give Registered at least as much");
    }
    return mix;
  }

  private static boolean none(Map<StatementType, Double> changes) {
    return !(StatementType.weighable()
            .mapToDouble(type -> changes.getOrDefault(type, type.defaultWeight()))
            .sum()
        > 0);
  }
}
