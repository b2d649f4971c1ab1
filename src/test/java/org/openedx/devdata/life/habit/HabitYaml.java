package org.openedx.devdata.life.habit;

import java.nio.charset.StandardCharsets;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** Changes to habits, as configurations have them. Stateless. */
public final class HabitYaml {

  private HabitYaml() {}

  /** Changes of the right form, whatever their values are. */
  public static SpecRecord read(String yaml) {
    Problems problems = new Problems();
    SpecRecord changes =
        HabitReader.read("life.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems);
    problems.throwIfAny();
    return changes;
  }
}
