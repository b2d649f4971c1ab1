package org.openedx.devdata.world.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;

/** The taxonomy, and which tags each object has. Immutable. */
final class Tags {

  static final int TAXONOMY = 1;
  static final String TAXONOMY_NAME = "Music";
  static final String EXPORT_ID = "1-music";

  private static final int MOST = 3;

  /** Value, external id and number of the parent (0: a root), by number from 1. */
  private static final List<Tag> ALL = read();

  /**
   * A tag.
   *
   * @param id its number, from 1
   * @param value what is shown
   * @param externalId its external id
   * @param parent the number of its parent, or 0
   * @param lineage values from the root down to this one, as JSON
   */
  record Tag(int id, String value, String externalId, int parent, String lineage) {}

  /** The first number of each run's object tags. */
  private final int[] firstNumbers;

  Tags(World world) {
    firstNumbers = new int[world.runs().size() + 1];
    firstNumbers[0] = 1;
    for (CourseRun run : world.runs()) {
      int objects = 0;
      for (BlockType type : BlockType.values()) {
        objects += run.course().size().count(type);
      }
      firstNumbers[run.index() + 1] = firstNumbers[run.index()] + objects * (MOST - 1);
    }
  }

  static List<Tag> all() {
    return ALL;
  }

  /** The first number that object tags of a run have. */
  int firstNumber(CourseRun run) {
    return firstNumbers[run.index()];
  }

  /** The tags that were put on a block (or on the course): none, one or two different ones. */
  static List<Tag> of(CourseRun run, BlockType type, int index) {
    long key = Draw.of(run.outline().blockKey(type, index), 12);
    int count = Draw.below(Draw.of(key, 0), MOST);
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Tag tag = ALL.get(Draw.below(Draw.of(key, 1 + i), ALL.size()));
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return tags;
  }

  /** The numbers of an object's tags and all their ancestors, as JSON. */
  static String withAncestors(List<Tag> tags) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (Tag tag : tags) {
      for (int id = tag.id(); id != 0; id = ALL.get(id - 1).parent()) {
        numbers.add(id);
      }
    }
    return numbers.toString();
  }

  private static List<Tag> read() {
    String[] lines = {
      "Wind instruments|WINDS|0",
      "Percussion instruments|PERCUSS|0",
      "Electronic instruments|ELECTRIC|0",
      "String instruments|STRINGS|0",
      "Idiophone|BELLS|2",
      "Membranophone|DRUMS|2",
      "Caj\u00f3n|CAJ\u00d3N|6",
      "Pyle Stringed Jam Caj\u00f3n|PYLE|7",
      "Theramin|THERAMIN|3",
      "Chordophone|CHORD|2",
      "Brass|BRASS|1",
      "Woodwinds|WOODS|1",
      "Flute|FLUTE|12",
      "Plucked strings|PLUCK|4",
      "Mandolin|MANDOLIN|14",
      "Harp|HARP|14",
      "Banjo|BANJO|14",
      "Bowed strings|BOW|4",
      "Violin|VIOLIN|18",
      "Cello|CELLO|18",
      "Clarinet|CLARINET|12",
      "Oboe|OBOE|12",
      "Trumpet|TRUMPET|11",
      "Tuba|TUBA|11",
      "Synthesizer|SYNTH|3",
      "Celesta|CELESTA|5",
      "Hi-hat|HI-HAT|5",
      "Tabla|TABLA|6",
      "Piano|PIANO|10"
    };
    List<Tag> tags = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\\|");
      int parent = Integer.parseInt(parts[2]);
      // A parent may stand anywhere before its child; all do.
      String above = parent == 0 ? "[" : tags.get(parent - 1).lineage().replace("]", ", ");
      String lineage = above + "\"" + JsonText.escape(parts[0]) + "\"]";
      tags.add(new Tag(tags.size() + 1, parts[0], parts[1], parent, lineage));
    }
    return List.copyOf(tags);
  }
}
