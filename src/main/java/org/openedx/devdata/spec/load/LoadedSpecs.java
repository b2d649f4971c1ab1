package org.openedx.devdata.spec.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.spec.Problem;

/**
 * All specs of a run, free of problems.
 *
 * @param name of the top-level spec, if it has one
 * @param entries in run order
 * @param context specs that are not run, and that those of the entries may refer to
 * @param targets connections by target name and service, as the top-level spec has them
 * @param warnings what is allowed but looks like a mistake
 */
public record LoadedSpecs(
    Optional<String> name,
    List<LoadedSpec> entries,
    List<LoadedSpec> context,
    Map<String, Map<String, TargetConnection>> targets,
    List<Problem> warnings) {

  /** Without a name and specs that are not run. */
  public LoadedSpecs(
      List<LoadedSpec> entries,
      Map<String, Map<String, TargetConnection>> targets,
      List<Problem> warnings) {
    this(Optional.empty(), entries, List.of(), targets, warnings);
  }

  public LoadedSpecs {
    entries = List.copyOf(entries);
    context = List.copyOf(context);
    warnings = List.copyOf(warnings);
  }

  /** The same with more entries at the end. */
  public LoadedSpecs with(List<LoadedSpec> more) {
    List<LoadedSpec> all = new ArrayList<>(entries);
    all.addAll(more);
    return new LoadedSpecs(name, all, context, targets, warnings);
  }
}
