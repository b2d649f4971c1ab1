package org.openedx.devdata.spec.load;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.Problem;

/**
 * All specs of a run, free of problems.
 *
 * @param entries in run order
 * @param context specs that are not run, and that those of the entries may refer to
 * @param targets connections by target name and service, as the top-level spec has them
 * @param warnings what is allowed but looks like a mistake
 */
public record LoadedSpecs(
    List<LoadedSpec> entries,
    List<LoadedSpec> context,
    Map<String, Map<String, TargetConnection>> targets,
    List<Problem> warnings) {

  public LoadedSpecs {
    entries = List.copyOf(entries);
    context = List.copyOf(context);
    warnings = List.copyOf(warnings);
  }
}
