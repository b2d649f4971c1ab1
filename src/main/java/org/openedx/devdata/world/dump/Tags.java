package org.openedx.devdata.world.dump;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.NumberedByName;
import org.openedx.devdata.world.Taxonomy;
import org.openedx.devdata.world.World;

/** The taxonomies' tags, and which each object has. Immutable. */
final class Tags {

  private static final int MAXIMUM = 3;

  /** Below are the numbers of a site's own object tags. */
  private static final long FEWEST = 1_000_000;

  private final List<Tag> all = new ArrayList<>();
  private final Map<String, Tag> byValue = new LinkedHashMap<>();

  /** The first number of each run's object tags. */
  private final int[] firstNumbers;

  /**
   * A tag.
   *
   * @param id its number, from 1
   * @param taxonomy the number of its taxonomy, from 1
   * @param exportId of its taxonomy
   * @param value what is shown
   * @param externalId its external id
   * @param parent the number of its parent, or 0
   * @param lineage values from the root down to this one, as JSON
   */
  record Tag(
      int id,
      int taxonomy,
      String exportId,
      String value,
      String externalId,
      int parent,
      String lineage) {}

  Tags(World world) {
    for (int taxonomy = 0; taxonomy < world.taxonomies().size(); taxonomy++) {
      add(taxonomy + 1, world.taxonomies().get(taxonomy));
    }
    firstNumbers = numbers(world);
  }

  /**
   * Reports keep one row of a number. So runs of generated worlds have numbers one after the other
   * from one that follows from the seed; named runs have some that follow from their keys.
   */
  private int[] numbers(World world) {
    long all = 0;
    int[] first = new int[world.runs().size()];
    for (CourseRun run : world.runs()) {
      if (run.facts().isPresent()) {
        first[run.index()] = NumberedByName.firstOf(run.randomKey());
      } else {
        all += drawn(run);
      }
    }
    long bits = RandomStream.of(world.spec().seed()).derive("world").at("first object tag");
    long next = Draw.between(bits, FEWEST, Math.max(FEWEST, NumberedByName.FIRST - all));
    for (CourseRun run : world.runs()) {
      if (run.facts().isEmpty()) {
        first[run.index()] = (int) next;
        next += drawn(run);
      }
    }
    return first;
  }

  /** Maximum number of tags of the objects of a run. */
  private static int drawn(CourseRun run) {
    int count = 0;
    for (BlockType type : BlockType.values()) {
      count += count(run, type) * (MAXIMUM - 1);
    }
    return count;
  }

  private void add(int number, Taxonomy taxonomy) {
    for (Taxonomy.Tag tag : taxonomy.tags()) {
      Tag parent = byValue.get(tag.parent());
      String above =
          parent == null
              ? "["
              : parent.lineage().substring(0, parent.lineage().length() - 1) + ", ";
      Tag made =
          new Tag(
              all.size() + 1,
              number,
              taxonomy.exportId(),
              tag.value(),
              tag.externalId(),
              parent == null ? 0 : parent.id(),
              above + "\"" + JsonText.escape(tag.value()) + "\"]");
      all.add(made);
      byValue.put(tag.value(), made);
    }
  }

  List<Tag> all() {
    return all;
  }

  /** Number of objects of a type that a run has. */
  static int count(CourseRun run, BlockType type) {
    return type == BlockType.COURSE ? 1 : run.outline().count(type);
  }

  /** The first number that object tags of a run have. */
  int firstNumber(CourseRun run) {
    return firstNumbers[run.index()];
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
  String withAncestors(List<Tag> tags) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (Tag tag : tags) {
      for (int id = tag.id(); id != 0; id = all.get(id - 1).parent()) {
        numbers.add(id);
      }
    }
    return numbers.toString();
  }
}
