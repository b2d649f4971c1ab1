package org.openedx.devdata.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A taxonomy.
 *
 * @param name what is shown
 * @param exportId its id in exports
 * @param tags parents before their children
 */
public record Taxonomy(String name, String exportId, List<Tag> tags) {

  /**
   * A tag.
   *
   * @param value what is shown
   * @param externalId its id elsewhere; may be empty
   * @param parent the value of its parent; empty at the root
   */
  public record Tag(String value, String externalId, String parent) {}

  /** The one of generated worlds. */
  public static final Taxonomy MUSIC = new Taxonomy("Music", "1-music", music());

  public Taxonomy {
    tags = List.copyOf(tags);
  }

  private static List<Tag> music() {
    List<Tag> tags = new ArrayList<>();
    for (String line :
        Arrays.asList(
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
            "Piano|PIANO|10")) {
      String[] parts = line.split("\\|");
      int parent = Integer.parseInt(parts[2]);
      tags.add(new Tag(parts[0], parts[1], parent == 0 ? "" : tags.get(parent - 1).value()));
    }
    return tags;
  }
}
