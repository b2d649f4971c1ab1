package org.openedx.devdata.cli.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.load.LoadedSpec;
import org.openedx.devdata.spec.load.LoadedSpecs;

/** Spec files that are valid. */
record ValidateResult(
    @Meaning("always true; otherwise there is an `error`") boolean valid,
    @Meaning("the specs, in the order in which they are loaded") List<ValidSpec> specs,
    @Meaning("texts: what is allowed and looks like a mistake") List<String> warnings) {

  /** A spec. */
  record ValidSpec(
      @Meaning("its service") String ida,
      @Meaning("its file") String file,
      @Meaning("numbers of records by kind") Map<String, Integer> records) {

    private static ValidSpec of(LoadedSpec entry) {
      Map<String, Integer> records = new LinkedHashMap<>();
      entry.spec().records().forEach((kind, all) -> records.put(kind, all.size()));
      return new ValidSpec(entry.ida(), entry.spec().file(), records);
    }
  }

  static ValidateResult of(LoadedSpecs specs) {
    return new ValidateResult(
        true,
        specs.entries().stream().map(ValidSpec::of).toList(),
        specs.warnings().stream().map(Problem::toString).toList());
  }
}
