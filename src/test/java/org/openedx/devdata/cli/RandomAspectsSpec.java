package org.openedx.devdata.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A spec of Aspects with learners, courses and enrolments that a seed chooses, and that can be
 * changed in ways that people change one. Mutable.
 */
final class RandomAspectsSpec {

  private static final List<String> SETS = List.of("open", "campus", "company");

  private static final List<String> MODES = List.of("audit", "verified", "honor", "no-id");

  private final Random random;
  private final List<String> learners = new ArrayList<>();
  private final List<Course> courses = new ArrayList<>();
  private final List<String> enrolments = new ArrayList<>();
  private String habits;
  private int names;

  private record Course(String key, int startedDaysAgo, int days, List<String> blocks) {

    private String text() {
      StringBuilder text =
          new StringBuilder(
              """
                - course_id: "%s"
                  start: today - %dd
                  end: today %s %dd
                  forum_threads: 4
                  outline:
              """
                  .formatted(
                      key,
                      startedDaysAgo,
                      days < startedDaysAgo ? "-" : "+",
                      Math.abs(days - startedDaysAgo)));
      for (int chapter = 0; chapter < 2; chapter++) {
        text.append("      - sequentials:\n");
        text.append("          - {verticals: [{blocks: [{type: video}, {type: html}]}]}\n");
        text.append(
            "          - {graded: true, verticals: [{blocks: [{type: problem, id: p%d}"
                .formatted(chapter));
        for (String block : blocks) {
          text.append(", {type: problem, id: ").append(block).append(chapter).append("}");
        }
        text.append("]}]}\n");
      }
      return text.toString();
    }
  }

  RandomAspectsSpec(long seed) {
    this.random = new Random(seed);
    this.habits = habits();
    for (int count = 1 + random.nextInt(2); count > 0; count--) {
      addCourse();
    }
    for (int count = 4 + random.nextInt(8); count > 0; count--) {
      addLearner();
    }
  }

  private String habits() {
    return "life: {set: %s, enter: 0.%d}"
        .formatted(SETS.get(random.nextInt(3)), 7 + random.nextInt(3));
  }

  private void addCourse() {
    int started = 20 + random.nextInt(90);
    List<String> blocks = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      blocks.add("q" + names++ + "-");
    }
    courses.add(
        new Course("course-v1:Test+C" + names++ + "+R", started, 30 + random.nextInt(80), blocks));
  }

  private void addLearner() {
    String name = "learner" + names++;
    learners.add("  - {username: " + name + "}\n");
    for (Course course : courses) {
      if (random.nextInt(4) > 0) {
        enrolments.add(
            "  - {username: %s, course_id: \"%s\", created: today - %dd, is_active: %b, mode: %s}\n"
                .formatted(
                    name,
                    course.key(),
                    random.nextInt(100),
                    random.nextInt(5) > 0,
                    MODES.get(random.nextInt(MODES.size()))));
      }
    }
  }

  /** Number of enrolments of which a text is there. */
  long enrolments(String text) {
    return enrolments.stream().filter(one -> one.contains(text)).count();
  }

  /** Changes it as people do. */
  void change() {
    switch (random.nextInt(5)) {
      case 0 -> addLearner();
      case 1 -> {
        String gone = learners.remove(random.nextInt(learners.size()));
        String name = gone.substring(gone.indexOf("learner"), gone.indexOf('}'));
        enrolments.removeIf(one -> one.contains("username: " + name + ","));
      }
      case 2 -> {
        addCourse();
        addLearner();
      }
      case 3 -> habits = habits();
      default -> {
        Course course = courses.get(0);
        List<String> blocks = new ArrayList<>(course.blocks());
        blocks.add("q" + names++ + "-");
        courses.set(
            0, new Course(course.key(), course.startedDaysAgo() + 1, course.days(), blocks));
      }
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("seed: 5\n").append(habits).append("\ncourses:\n");
    courses.forEach(course -> text.append(course.text()));
    text.append("learners:\n");
    learners.forEach(text::append);
    text.append("enrollments:").append(enrolments.isEmpty() ? " []\n" : "\n");
    enrolments.forEach(text::append);
    return text.toString();
  }
}
