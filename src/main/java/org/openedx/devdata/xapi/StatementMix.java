package org.openedx.devdata.xapi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Shares of the types of statements among the random ones. Immutable. */
public final class StatementMix {

  private final double[] shares;

  private StatementMix(double[] shares) {
    this.shares = shares;
  }

  /** The mix of xapi-db-load. */
  public static StatementMix standard() {
    return of(Map.of());
  }

  /**
   * The standard mix with other weights for some types; only the proportions of weights count.
   *
   * @throws IllegalArgumentException when no weight is positive or one is negative
   */
  public static StatementMix of(Map<StatementType, Double> changes) {
    Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
    StatementType.weighable().forEach(type -> weights.put(type, type.defaultWeight()));
    weights.putAll(changes);
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double[] shares = new double[StatementType.values().length];
    weights.forEach(
        (type, weight) -> {
          if (!(weight >= 0)) {
            throw new IllegalArgumentException(
                "weight of " + type.configName() + " is " + weight + ", not 0 or more");
          }
          shares[type.ordinal()] = weight / total;
        });
    if (!(total > 0)) {
      throw new IllegalArgumentException("no type of statement has weight");
    }
    return new StatementMix(shares);
  }

  /** A type's share, 0 to 1. */
  public double share(StatementType type) {
    return shares[type.ordinal()];
  }

  /**
   * The mix without the types of some families, which the others make up for in proportion; the mix
   * itself when nothing would be left.
   */
  public StatementMix without(Set<TypeFamily> families) {
    if (families.stream().noneMatch(this::uses) || !usesOthersThan(families)) {
      return this;
    }
    Map<StatementType, Double> left = new EnumMap<>(StatementType.class);
    StatementType.weighable()
        .forEach(type -> left.put(type, families.contains(type.family()) ? 0 : share(type)));
    return of(left);
  }

  /** Returns whether any type is made that is of none of some families. */
  public boolean usesOthersThan(Set<TypeFamily> families) {
    return StatementType.weighable()
        .anyMatch(type -> share(type) > 0 && !families.contains(type.family()));
  }

  /** Returns whether any type of a family is made. */
  public boolean uses(TypeFamily family) {
    return StatementType.weighable().anyMatch(type -> type.family() == family && share(type) > 0);
  }
}
