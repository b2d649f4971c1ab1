package org.openedx.devdata.world.template;

import java.util.List;

/**
 * Description from which the structures of course runs are drawn. Immutable.
 *
 * @param name of it
 * @param chapters sections of a run
 * @param sequentials subsections of a section
 * @param verticals units of a subsection
 * @param problems weights of how many problems a unit has, from none on
 * @param videos weights of how many videos a unit has, from none on
 * @param graded probability that a subsection counts for the grade
 * @param videoSeconds lengths of videos
 */
public record CourseTemplate(
    String name,
    Span chapters,
    Span sequentials,
    Span verticals,
    List<Double> problems,
    List<Double> videos,
    double graded,
    Span videoSeconds) {

  public CourseTemplate {
    problems = List.copyOf(problems);
    videos = List.copyOf(videos);
  }
}
