package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.targets.ServiceIdentity;
import org.openedx.devdata.plan.OpenEntry;
import org.openedx.devdata.plan.RunContext;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.Service;
import org.openedx.devdata.service.lms.LmsPopulationApi;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.world.named.Population;

/** Aspects as a service of top-level specs. */
public final class AspectsService implements Service {

  public static final ServiceIdentity IDENTITY =
      ServiceIdentity.clickHouse("aspects", "clickhouse");

  /** Services whose specs can be imported. */
  private static final Set<String> SOURCES = Set.of(LmsPopulationApi.SERVICE);

  @Override
  public ServiceDescriptor descriptor() {
    return AspectsKinds.DESCRIPTOR;
  }

  @Override
  public Set<String> sources() {
    return SOURCES;
  }

  @Override
  public Set<String> sources(ServiceSpec spec) {
    return spec.settings().text(AspectsKinds.IMPORT).isPresent() ? SOURCES : Set.of();
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    new AspectsChecks(spec, Optional.empty(), true, problems).check();
  }

  @Override
  public void check(ServiceSpec spec, List<ServiceSpec> earlier, Problems problems) {
    // Names do not depend on clock and seed.
    Optional<Population> imported = imported(spec, earlier, Instant.EPOCH, 0);
    new AspectsChecks(spec, imported, false, problems).check();
  }

  @Override
  public boolean rollsBack() {
    return false;
  }

  @Override
  public OpenEntry open(RunEntry entry, RunContext run) {
    return AspectsStore.open(entry, run.before(entry), run.options(), run.listener());
  }

  /**
   * Population that the specs of other services describe, without courses that the reports cannot
   * read; nothing unless the spec asks for it.
   */
  static Optional<Population> imported(
      ServiceSpec spec, List<ServiceSpec> earlier, Instant now, long seed) {
    return described(spec, earlier, now, seed)
        .map(
            all ->
                new Population(
                    all.learners(),
                    all.courses().stream()
                        .filter(course -> AspectsChecks.readable(course.key().text()))
                        .toList(),
                    all.enrolments().stream()
                        .filter(enrolment -> AspectsChecks.readable(enrolment.course()))
                        .toList(),
                    all.taxonomies()));
  }

  /** Keys of the courses that are described but not imported. */
  static List<String> unreadable(ServiceSpec spec, List<ServiceSpec> earlier) {
    return described(spec, earlier, Instant.EPOCH, 0).stream()
        .flatMap(all -> all.courses().stream())
        .map(course -> course.key().text())
        .filter(key -> !AspectsChecks.readable(key))
        .toList();
  }

  private static Optional<Population> described(
      ServiceSpec spec, List<ServiceSpec> earlier, Instant now, long seed) {
    if (spec.settings().text(AspectsKinds.IMPORT).isEmpty()) {
      return Optional.empty();
    }
    return earlier.stream()
        .filter(other -> SOURCES.contains(other.descriptor().ida()))
        .map(other -> LmsPopulationApi.of(other, now, seed))
        .reduce(AspectsService::both);
  }

  /** Several specs of the LMS: what a later one says wins. */
  private static Population both(Population first, Population second) {
    Map<String, Population.Learner> learners = new LinkedHashMap<>();
    Map<String, Population.NamedCourse> courses = new LinkedHashMap<>();
    Map<List<String>, Population.Enrolment> enrolments = new LinkedHashMap<>();
    for (Population one : List.of(first, second)) {
      one.learners().forEach(learner -> learners.put(learner.username(), learner));
      one.courses().forEach(course -> courses.put(course.key().text(), course));
      one.enrolments()
          .forEach(
              enrolment ->
                  enrolments.put(List.of(enrolment.username(), enrolment.course()), enrolment));
    }
    return new Population(
        List.copyOf(learners.values()),
        List.copyOf(courses.values()),
        new ArrayList<>(enrolments.values()),
        List.of());
  }
}
