package org.openedx.devdata.world.dump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.NumberedByName;
import org.openedx.devdata.world.Taxonomy;
import org.openedx.devdata.world.World;

/**
 * The taxonomies with their tags, and which tags each object has. A site keeps one row of a number,
 * so numbers follow from names: worlds that describe the same taxonomy or tag share its row, and no
 * other. Immutable.
 */
final class Tags {

  private static final int MAXIMUM = 3;
  private static final RandomStream NAMES = RandomStream.of(0).derive("taxonomies");

  private final List<NumberedTaxonomy> taxonomies = new ArrayList<>();
  private final List<Tag> all = new ArrayList<>();
  private final Map<String, Tag> byValue = new HashMap<>();

  /**
   * A taxonomy.
   *
   * @param id its number
   */
  record NumberedTaxonomy(int id, Taxonomy taxonomy) {}

  /**
   * A tag.
   *
   * @param id its number
   * @param taxonomy the number of its taxonomy
   * @param exportId of its taxonomy
   * @param value what is shown
   * @param externalId its external id
   * @param parent empty at the root
   * @param lineage values from the root down to this one, as JSON
   */
  record Tag(
      int id,
      int taxonomy,
      String exportId,
      String value,
      String externalId,
      Optional<Tag> parent,
      String lineage) {}

  Tags(World world) {
    Set<Integer> ids = new HashSet<>();
    Set<Integer> tagIds = new HashSet<>();
    for (Taxonomy taxonomy : world.taxonomies()) {
      int id = NumberedByName.distinct(NAMES.at(taxonomy.name()), ids);
      taxonomies.add(new NumberedTaxonomy(id, taxonomy));
      add(id, taxonomy, tagIds);
    }
  }

  private void add(int id, Taxonomy taxonomy, Set<Integer> tagIds) {
    RandomStream names = NAMES.derive(taxonomy.name());
    for (Taxonomy.Tag tag : taxonomy.tags()) {
      Optional<Tag> parent = Optional.ofNullable(byValue.get(tag.parent()));
      String above =
          parent
              .map(Tag::lineage)
              .map(lineage -> lineage.substring(0, lineage.length() - 1) + ", ")
              .orElse("[");
      String lineage = above + "\"" + JsonText.escape(tag.value()) + "\"]";
      Tag made =
          new Tag(
              NumberedByName.distinct(names.at(lineage), tagIds),
              id,
              taxonomy.exportId(),
              tag.value(),
              tag.externalId(),
              parent,
              lineage);
      all.add(made);
      byValue.put(tag.value(), made);
    }
  }

  List<NumberedTaxonomy> taxonomies() {
    return taxonomies;
  }

  List<Tag> all() {
    return all;
  }

  /** Number of objects of a type that a run has. */
  static int count(CourseRun run, BlockType type) {
    return type == BlockType.COURSE ? 1 : run.outline().count(type);
  }

  /** Maximum number of tags of the objects of a generated run. */
  static long drawn(CourseRun run) {
    long count = 0;
    for (BlockType type : BlockType.values()) {
      count += count(run, type) * (MAXIMUM - 1L);
    }
    return count;
  }

  /** The tags that were put on a block (or on the course): those named, or a few drawn. */
  List<Tag> of(CourseRun run, BlockType type, int index) {
    List<String> named =
        type == BlockType.COURSE && run.facts().isPresent()
            ? run.facts().get().tags()
            : run.outline().tags(type, index);
    if (named == null && run.facts().isPresent()) {
      return List.of();
    }
    return named == null
        ? drawn(run, type, index)
        : named.stream().distinct().map(byValue::get).toList();
  }

  /** None, one or two different ones. */
  private List<Tag> drawn(CourseRun run, BlockType type, int index) {
    long key = Draw.of(run.outline().blockKey(type, index), 12);
    int count = Draw.below(Draw.of(key, 0), MAXIMUM);
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Tag tag = all.get(Draw.below(Draw.of(key, 1 + i), all.size()));
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return tags;
  }

  /** The numbers of an object's tags and all their ancestors, as JSON. */
  static String withAncestors(List<Tag> tags) {
    Set<Integer> numbers = new TreeSet<>();
    for (Tag tag : tags) {
      for (Optional<Tag> one = Optional.of(tag); one.isPresent(); one = one.get().parent()) {
        numbers.add(one.get().id());
      }
    }
    return numbers.toString();
  }
}
