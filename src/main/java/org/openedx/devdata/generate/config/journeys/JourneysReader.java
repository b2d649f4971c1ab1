package org.openedx.devdata.generate.config.journeys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.PlacedMap;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.keys.WorldKeys;
import org.openedx.devdata.world.template.CourseTemplate;
import org.openedx.devdata.world.template.Span;
import org.openedx.devdata.world.template.TemplatedCourses;

/**
 * Reads the courses of a section {@code journeys}, and checks it. Immutable.
 *
 * @param section with the fields of {@link JourneysKeys#FIELD}
 * @param problems where problems and warnings go
 */
public record JourneysReader(SpecRecord section, Problems problems) {

  private static final double RUNNING = 0.5;
  private static final double GRADED = 0.3;
  private static final Span VIDEO_LENGTH = new Span(60, 900);

  /** Shares of what is not made, and why. */
  private static final Map<String, String> NOT_MADE =
      Map.of(
          JourneysKeys.DELETED, "no unit is deleted between publishes",
          JourneysKeys.MBOX, "statements name all learners by account");

  /** Adds what is wrong beyond the form of values, and warns of what is made otherwise. */
  public void check() {
    for (String share : List.of(JourneysKeys.RUNNING, JourneysKeys.DELETED, JourneysKeys.MBOX)) {
      Limits.number(section, share, 1, problems);
    }
    long window = section.whole(JourneysKeys.WINDOW).orElse(Translation.WINDOW);
    long length = section.whole(JourneysKeys.LENGTH).orElse(Translation.LENGTH);
    if (length > window) {
      problems.add(
          section.positionOf(
              section.has(JourneysKeys.LENGTH) ? JourneysKeys.LENGTH : JourneysKeys.WINDOW),
          "course_length_days is %d, but window_days is %d; courses must fit into the window"
              .formatted(length, window));
    }
    behavior().check(problems);
    for (Map.Entry<String, String> key : NOT_MADE.entrySet()) {
      if (section.get(key.getKey(), Double.class).orElse(0.0) > 0) {
        problems.warn(
            section.positionOf(key.getKey()),
            "%s is not used: %s".formatted(key.getKey(), key.getValue()));
      }
    }
    if (section.bool(JourneysKeys.SORT).orElse(false)) {
      problems.warn(
          section.positionOf(JourneysKeys.SORT),
          "sort_events is not used: statements are in order of time within each month of a run");
    }
  }

  Behavior behavior() {
    return new Behavior(section.get(JourneysKeys.BEHAVIOR, SpecRecord.class));
  }

  /** The courses; nothing, with problems, when something of them is wrong. */
  public Optional<TemplatedCourses> courses() {
    int before = problems.size();
    PlacedMap templates = section.map(JourneysKeys.TEMPLATES);
    List<TemplatedCourses.Lot> lots = new ArrayList<>();
    Map<String, Optional<CourseTemplate>> read = new HashMap<>();
    templates.forEach((name, one) -> read.put(name, template(name, (SpecRecord) one)));
    for (SpecRecord lot : section.records(JourneysKeys.COURSES)) {
      lot(lot, templates, read).ifPresent(lots::add);
    }
    TemplatedCourses courses =
        new TemplatedCourses(
            lots,
            section.get(JourneysKeys.RUNNING, Double.class).orElse(RUNNING),
            section.text(JourneysKeys.PREFIX).orElse("Org"),
            section
                .whole(JourneysKeys.FIRST_USER)
                .map(id -> OptionalInt.of(id.intValue()))
                .orElseGet(OptionalInt::empty));
    checkRuns(courses, before);
    return problems.size() == before ? Optional.of(courses) : Optional.empty();
  }

  private void checkRuns(TemplatedCourses courses, int before) {
    if (problems.size() > before || !section.has(JourneysKeys.COURSES)) {
      return;
    }
    long runs = courses.maximumRuns();
    if (runs < 1 || runs > WorldKeys.MAXIMUM_RUNS) {
      problems.add(
          section.positionOf(JourneysKeys.COURSES),
          "there are up to %d course runs; make 1 to %d".formatted(runs, WorldKeys.MAXIMUM_RUNS));
    }
    if (!courses.orgPrefix().matches("[A-Za-z0-9_.-]+")) {
      problems.add(
          section.positionOf(JourneysKeys.PREFIX),
          "org_prefix is %s; write letters, digits, '_', '.' and '-'"
              .formatted(Shown.quoted(courses.orgPrefix())));
    }
  }

  private Optional<TemplatedCourses.Lot> lot(
      SpecRecord lot, PlacedMap templates, Map<String, Optional<CourseTemplate>> read) {
    Optional<Span> runs = Limits.range(lot, JourneysKeys.RUNS, 1, new Span(1, 1), problems);
    Optional<Span> learners = Limits.range(lot, JourneysKeys.LEARNERS, 1, null, problems);
    Optional<Long> count = lot.whole(JourneysKeys.COUNT);
    Optional<String> name = lot.text(JourneysKeys.TEMPLATE);
    if (name.isPresent() && !templates.written().contains(name.get())) {
      problems.add(
          lot.positionOf(JourneysKeys.TEMPLATE),
          "template is %s, which course_templates does not have%s"
              .formatted(
                  Shown.quoted(name.get()),
                  DidYouMean.among(name.get(), templates.written())
                      .map("; did you mean %s?"::formatted)
                      .orElse("; add it")));
    }
    Optional<CourseTemplate> template =
        name.flatMap(one -> read.getOrDefault(one, Optional.empty()));
    return runs.isPresent() && learners.isPresent() && count.isPresent() && template.isPresent()
        ? Optional.of(
            new TemplatedCourses.Lot(
                template.get(), count.get().intValue(), runs.get(), learners.get()))
        : Optional.empty();
  }

  private Optional<CourseTemplate> template(String name, SpecRecord one) {
    Optional<Span> chapters = Limits.range(one, JourneysKeys.CHAPTERS, 1, null, problems);
    Optional<Span> sequentials = Limits.range(one, JourneysKeys.SEQUENTIALS, 1, null, problems);
    Optional<Span> verticals = Limits.range(one, JourneysKeys.VERTICALS, 1, null, problems);
    Optional<List<Double>> weights = Limits.weights(one, JourneysKeys.PROBLEMS, problems);
    Optional<List<Double>> videos = Limits.weights(one, JourneysKeys.VIDEOS, problems);
    Optional<Span> length = Limits.range(one, JourneysKeys.VIDEO_LENGTH, 1, VIDEO_LENGTH, problems);
    Limits.number(one, JourneysKeys.GRADED, 1, problems);
    if (chapters.isEmpty()
        || sequentials.isEmpty()
        || verticals.isEmpty()
        || weights.isEmpty()
        || videos.isEmpty()
        || length.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CourseTemplate(
            name,
            chapters.get(),
            sequentials.get(),
            verticals.get(),
            weights.get(),
            videos.get(),
            one.get(JourneysKeys.GRADED, Double.class).orElse(GRADED),
            length.get()));
  }
}
