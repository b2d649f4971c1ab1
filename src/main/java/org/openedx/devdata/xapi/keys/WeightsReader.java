package org.openedx.devdata.xapi.keys;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.PlacedMap;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.keys.WorldReader;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.TypeFamily;

/**
 * The weights of the types of statement in settings. Immutable.
 *
 * @param settings with {@link #FIELDS}
 */
public record WeightsReader(SpecRecord settings) {

  /** Key of the weights. */
  public static final String WEIGHTS = "statement_weights";

  private static final String TRANSFORMER = "transformer_version";
  private static final double MAXIMUM_WEIGHT = 1e9;

  /** The part of a course that types of a family need. */
  private static final Map<TypeFamily, String> NEEDS =
      Map.of(
          TypeFamily.PROBLEM, "problems",
          TypeFamily.VIDEO, "videos",
          TypeFamily.FORUM, "forum_posts");

  /** The keys of settings that are about statements. */
  public static final List<Field> FIELDS =
      List.of(
          Field.of(
                  WEIGHTS,
                  new FieldType.MapOf(new FieldType.Real()),
                  "How often each type of statement is made, in percent, where it differs from the"
                      + " standard mix; see load-db.md.")
              .withDefault("the standard mix"),
          Field.of(
                  TRANSFORMER,
                  new FieldType.Text(100),
                  "What statements say of the program that made them.")
              .withDefault("that of Aspects"));

  /** The program that statements say made them. */
  public String transformer() {
    return settings.text(TRANSFORMER).orElse(StatementSettings.DEFAULT_TRANSFORMER);
  }

  /** The weights that are given and can be. */
  public Map<StatementType, Double> changes() {
    Map<StatementType, Double> changes = new EnumMap<>(StatementType.class);
    settings
        .map(WEIGHTS)
        .forEach(
            (name, weight) ->
                StatementType.named(name)
                    .filter(type -> isWeight((Double) weight))
                    .ifPresent(type -> changes.put(type, (Double) weight)));
    return changes;
  }

  private static boolean isWeight(double weight) {
    return weight >= 0 && weight <= MAXIMUM_WEIGHT;
  }

  /** The mix; the standard one, with problems, when the weights are wrong. */
  public StatementMix mix(Problems problems) {
    if (!check(problems)) {
      return StatementMix.standard();
    }
    StatementMix mix = StatementMix.of(changes());
    if (mix.share(StatementType.UNREGISTERED) > mix.share(StatementType.REGISTERED)) {
      problems.add(
          settings.positionOf(WEIGHTS),
          "Unregistered has more weight than Registered, but no user can leave twice without coming"
              + " back; give Registered at least as much");
    }
    if (mix.share(StatementType.COMPLETED_VIDEO) > mix.share(StatementType.PLAYED_VIDEO)) {
      problems.add(
          settings.positionOf(WEIGHTS),
          "CompletedVideo has more weight than PlayedVideo, but a video is completed once it was"
              + " played; give PlayedVideo at least as much");
    }
    return mix;
  }

  /** Reports single weights; whether a mix can be made of them. */
  private boolean check(Problems problems) {
    PlacedMap given = settings.map(WEIGHTS);
    List<String> names = StatementType.weighable().map(StatementType::configName).toList();
    boolean good = given.size() == given.written().size();
    for (String name : given.written()) {
      if (StatementType.named(name).isEmpty()) {
        good = false;
        problems.add(
            given.place(name).key(),
            "unknown type of statement %s%s"
                .formatted(
                    Shown.quoted(name), DidYouMean.hint(name, names, "; load-db.md lists them")));
      } else if (given.get(name) instanceof Double weight && !isWeight(weight)) {
        good = false;
        problems.add(
            given.place(name).value(),
            "the weight of %s is %s; write a percentage, 0 or more".formatted(name, weight));
      }
    }
    if (good && weightless(changes())) {
      problems.add(
          settings.positionOf(WEIGHTS),
          "no type of statement has weight; give at least one more than 0");
      return false;
    }
    return good;
  }

  private static boolean weightless(Map<StatementType, Double> changes) {
    return !(StatementType.weighable()
            .mapToDouble(type -> changes.getOrDefault(type, type.defaultWeight()))
            .sum()
        > 0);
  }

  /** Warns of types that no course of a world can have; reports a mix of nothing else. */
  public void checkPossible(StatementMix mix, WorldReader world, Problems problems) {
    Map<TypeFamily, String> missing = new EnumMap<>(TypeFamily.class);
    NEEDS.forEach(
        (family, key) -> {
          boolean lacking =
              world.sizes().stream()
                  .noneMatch(size -> size.runs() > 0 && size.makeup().whole(key).orElse(1L) > 0);
          if (mix.uses(family) && lacking) {
            missing.put(family, key);
          }
        });
    if (missing.isEmpty()) {
      return;
    }
    String none = "no course has " + String.join(", ", missing.values());
    if (mix.usesOthersThan(missing.keySet())) {
      problems.warn(
          world.sizesPosition(),
          none + ": statements about them are not made, and more of the others");
    } else {
      problems.add(
          world.sizesPosition(),
          none + ", but all types with weight need them; give some, or weight to other types");
    }
  }
}
