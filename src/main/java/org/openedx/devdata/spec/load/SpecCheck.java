package org.openedx.devdata.spec.load;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Looks at a spec beyond the form of its records. Called for specs with problems too, so that all
 * are reported in one run: a field whose value was refused is absent, even one that the kind
 * requires.
 */
@FunctionalInterface
public interface SpecCheck {

  /** Finds nothing. */
  SpecCheck NONE = (ida, spec, problems) -> {};

  /** Adds what is wrong with a spec of a service. */
  void check(String ida, ServiceSpec spec, Problems problems);

  /**
   * Adds what is wrong with a file that is validated for itself.
   *
   * @param root what the spec was read from
   */
  default void checkFile(String ida, ServiceSpec spec, SpecNode root, Problems problems) {
    check(ida, spec, problems);
  }

  /** Services whose specs those of a service may refer to, even when they are not run. */
  default Set<String> sources(String ida) {
    return Set.of();
  }

  /**
   * Adds what is wrong with a spec that a top-level spec lists.
   *
   * @param earlier the specs that it lists before this one
   */
  default void check(String ida, ServiceSpec spec, List<ServiceSpec> earlier, Problems problems) {
    check(ida, spec, problems);
  }
}
