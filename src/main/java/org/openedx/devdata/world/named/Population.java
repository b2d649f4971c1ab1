package org.openedx.devdata.world.named;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.world.CourseFacts;
import org.openedx.devdata.world.Profile;
import org.openedx.devdata.world.Taxonomy;

/**
 * Learners and courses of a world.
 *
 * @param learners each username once
 * @param courses each key once
 * @param enrolments of these learners in these courses, each pair once
 * @param taxonomies with all tags that courses and blocks have
 */
public record Population(
    List<Learner> learners,
    List<NamedCourse> courses,
    List<Enrolment> enrolments,
    List<Taxonomy> taxonomies) {

  public Population {
    learners = List.copyOf(learners);
    courses = List.copyOf(courses);
    enrolments = List.copyOf(enrolments);
    taxonomies = List.copyOf(taxonomies);
  }

  /**
   * A learner.
   *
   * @param username as in the LMS
   * @param externalId the account name in statements, when it is given
   * @param userId the number in the LMS, when it is known
   * @param profileId the number of the profile there, when it is known
   * @param profile what is known of the person
   */
  public record Learner(
      String username,
      Optional<UUID> externalId,
      OptionalInt userId,
      OptionalInt profileId,
      Profile profile) {}

  /**
   * A course run.
   *
   * @param key its key
   * @param title its display name
   * @param facts dates and the like
   * @param chapters its outline; empty for one that is made up
   * @param forumThreads how many threads its forum has
   */
  public record NamedCourse(
      CourseKey key, String title, CourseFacts facts, List<NamedBlock> chapters, int forumThreads) {

    public NamedCourse {
      chapters = List.copyOf(chapters);
    }
  }

  /**
   * An enrolment.
   *
   * @param course the key's text
   * @param created microseconds since 1970
   * @param active whether it is active now
   * @param id the number in the LMS, when it is known
   */
  public record Enrolment(
      String username, String course, long created, String mode, boolean active, OptionalInt id) {}
}
