package org.openedx.devdata.service.aspects.entry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.Taxonomy;
import org.openedx.devdata.world.keys.Window;
import org.openedx.devdata.world.keys.WorldReader;
import org.openedx.devdata.world.named.Population;
import org.openedx.devdata.xapi.StatementMix;

/** Checks of an Aspects spec beyond its form. Used for one spec; not thread-safe. */
final class AspectsChecks {

  /** Keys whose organisation the functions of the reports read whole. */
  private static final String COURSE_FORM =
      "course-v1:[A-Za-z0-9_~.:%-]+\\+[^+]+\\+[^+]+"
          + "|ccx-v1:[A-Za-z0-9]+\\+[^+]+\\+[^+]+\\+ccx@[0-9]+";

  /** The keys of that form, as a message describes them. */
  static final String READABLE =
      "keys like course-v1:Org+Course+Run with ASCII letters, digits, _ - ~ . in Org, or"
          + " ccx-v1:Org+Course+Run+ccx@1 with letters and digits";

  private final ServiceSpec spec;
  private final Optional<Population> imported;
  private final boolean alone;
  private final Problems problems;

  /**
   * @param imported what the specs of other services describe, when there are any
   * @param alone whether no top-level spec lists the spec, so that others are not known
   */
  AspectsChecks(ServiceSpec spec, Optional<Population> imported, boolean alone, Problems problems) {
    this.spec = spec;
    this.imported = imported;
    this.alone = alone;
    this.problems = problems;
  }

  void check() {
    imports();
    WorldReader.checkUrl(spec.settings(), problems);
    Window.check(spec.settings(), problems);
    EntryModel model = new EntryModel(spec.settings());
    model.check(GeneratedWorld.meant(spec), problems);
    Optional<StatementMix> mix = model.mix(problems);
    sort();
    if (GeneratedWorld.meant(spec)) {
      new GeneratedWorld(spec).check(mix, problems);
      return;
    }
    Set<String> tags = tags();
    learners();
    for (SpecRecord course : spec.of(AspectsKinds.COURSES)) {
      course(course, mix, tags);
    }
    references();
  }

  private void imports() {
    boolean wanted = spec.settings().text(AspectsKinds.IMPORT).isPresent();
    if (wanted && !alone && imported.isEmpty()) {
      problems.add(
          spec.settings().positionOf(AspectsKinds.IMPORT),
          "import: lms takes learners and courses from a spec of lms, but the top-level spec lists"
              + " none before this one; add one, or name them here");
    }
  }

  /** A world is named or generated, not both, and one of them. */
  private void sort() {
    boolean named =
        spec.settings().text(AspectsKinds.IMPORT).isPresent()
            || List.of(AspectsKinds.COURSES, AspectsKinds.LEARNERS, AspectsKinds.ENROLLMENTS)
                .stream()
                .anyMatch(kind -> !spec.of(kind).isEmpty());
    boolean generated = GeneratedWorld.meant(spec);
    if (named && generated) {
      problems.add(
          GeneratedWorld.position(spec),
          "a world is either generated (num_actors, course_sizes) or named (courses, learners,"
              + " enrollments, import); keep one, or make two specs");
    } else if (!named && !generated) {
      problems.add(
          spec.settings().position(),
          "no learner and no course is described; give courses, learners and enrollments, import:"
              + " lms, or num_actors and course_sizes");
    }
  }

  private Set<String> tags() {
    Set<String> values = new LinkedHashSet<>();
    for (SpecRecord taxonomy : spec.of(AspectsKinds.TAXONOMIES)) {
      Set<String> own = new LinkedHashSet<>();
      for (SpecRecord tag : taxonomy.records("tags")) {
        tag.text("parent")
            .filter(parent -> !own.contains(parent))
            .ifPresent(
                parent ->
                    problems.add(
                        tag.positionOf("parent"),
                        "there is no tag %s before this one in its taxonomy%s"
                            .formatted(
                                Shown.quoted(parent),
                                DidYouMean.hint(parent, own, "; list parents first"))));
        tag.text("value")
            .ifPresent(
                value -> {
                  own.add(value);
                  if (!values.add(value)) {
                    problems.add(
                        tag.positionOf("value"),
                        "the tag %s is there twice; give each value once"
                            .formatted(Shown.quoted(value)));
                  }
                });
      }
    }
    if (spec.of(AspectsKinds.TAXONOMIES).isEmpty()) {
      Taxonomy.MUSIC.tags().forEach(tag -> values.add(tag.value()));
    }
    return values;
  }

  private void learners() {
    Map<UUID, Position> seen = new HashMap<>();
    for (SpecRecord learner : spec.of(AspectsKinds.LEARNERS)) {
      Optional<String> text = learner.text("external_id");
      if (text.isEmpty()) {
        continue;
      }
      Position position = learner.positionOf("external_id");
      if (!text.get().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
        problems.add(
            position,
            "external_id is %s; write a UUID such as 32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb"
                .formatted(Shown.quoted(text.get())));
      } else {
        Position before = seen.put(UUID.fromString(text.get()), position);
        if (before != null) {
          problems.add(
              position,
              "external_id %s is at %s already; give another".formatted(text.get(), before));
        }
      }
    }
  }

  private void course(SpecRecord course, Optional<StatementMix> mix, Set<String> tags) {
    course
        .text("course_id")
        .filter(key -> !readable(key))
        .ifPresent(
            key ->
                problems.add(
                    course.positionOf("course_id"),
                    "the reports cannot read the organisation of %s; they read only %s"
                        .formatted(Shown.quoted(key), READABLE)));
    new OutlineChecks(course, tags, mix, problems).check();
  }

  private void references() {
    if (alone && spec.settings().text(AspectsKinds.IMPORT).isPresent()) {
      return;
    }
    Set<String> courses = new LinkedHashSet<>();
    Map<String, String> learners = new HashMap<>();
    imported.ifPresent(
        from -> {
          from.courses().forEach(course -> courses.add(course.key().text()));
          from.learners()
              .forEach(one -> learners.put(Collation.fold(one.username()), one.username()));
        });
    spec.of(AspectsKinds.COURSES)
        .forEach(course -> course.text("course_id").ifPresent(courses::add));
    spec.of(AspectsKinds.LEARNERS)
        .forEach(
            learner ->
                learner
                    .text("username")
                    .ifPresent(name -> learners.put(Collation.fold(name), name)));
    for (SpecRecord enrolment : spec.of(AspectsKinds.ENROLLMENTS)) {
      refer(
          enrolment,
          "course_id",
          courses.contains(enrolment.text("course_id").orElse("")),
          courses);
      boolean known = learners.containsKey(Collation.fold(enrolment.text("username").orElse("")));
      refer(enrolment, "username", known, new HashSet<>(learners.values()));
    }
  }

  private void refer(SpecRecord record, String field, boolean known, Set<String> names) {
    Optional<String> value = record.text(field);
    if (!known && value.isPresent()) {
      problems.add(
          record.positionOf(field),
          "%s %s is neither in this spec nor imported%s"
              .formatted(
                  field.equals("username") ? "learner" : "course",
                  Shown.quoted(value.get()),
                  DidYouMean.hint(value.get(), names, "; add it")));
    }
  }

  /** Returns whether a course key is of the form that the reports of Aspects can read. */
  static boolean readable(String courseKey) {
    return courseKey.matches(COURSE_FORM);
  }
}
