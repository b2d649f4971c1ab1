package org.openedx.devdata.tracking;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.world.BlockType;

/** Writes the lines of a log. Mutable (it holds buffers), not thread-safe. */
final class LineRenderer {

  private static final int PAYLOAD = 1 << 12;

  private final LinePrefix prefix;
  private final String host;
  private final JsonBytes payload = new JsonBytes(new OutputBytes(PAYLOAD));
  private final JsonBytes line;

  /**
   * @param out gets the line
   */
  LineRenderer(TrackingSettings settings, OutputBytes out) {
    this.prefix = LinePrefix.of(settings.prefix());
    this.host = JsonText.escape(settings.host());
    this.line = new JsonBytes(out);
  }

  /** Writes the line of an event, in place of what was there. */
  void render(Scene scene) {
    payload.clear();
    payload(scene);
    line.clear();
    prefix.write(scene, line.out());
    TrackedEvent event = scene.event;
    Origin origin = event.origin();
    boolean asked = origin != Origin.WORKER;
    RequestPlace place = asked ? RequestPlace.of(scene) : RequestPlace.NONE;
    line.begin().text("name", event.key());
    context(scene, place);
    line.text("username", asked ? scene.person.username() : "");
    if (asked) {
      line.digits32("session", scene.session(), LifeLog.lowerHalf(scene.session()));
    } else {
      line.text("session", "");
    }
    line.text("ip", asked ? scene.person.ip() : "")
        .text("agent", asked ? scene.person.agent() : "")
        .text("host", asked ? host : "")
        .text("referer", place.referer())
        .text("accept_language", asked ? scene.person.language() : "");
    if (origin == Origin.BROWSER) {
      line.quoted("event", payload.out());
    } else {
      line.copied("event", payload.out());
    }
    line.moment("time", scene.micros(), 'T')
        .text("event_type", PagePayloads.leaves(scene) ? event.key() : event.type())
        .text("event_source", origin.source());
    if (origin == Origin.BROWSER) {
      line.text("page", place.referer());
    } else if (origin == Origin.PROBLEM) {
      line.text("page", "x_module");
    } else {
      line.nothing("page");
    }
    line.end();
  }

  /** The keys stand in the order in which the parts of the platform add them. */
  private void context(Scene scene, RequestPlace place) {
    line.object("context");
    switch (scene.event.origin()) {
      case PROBLEM, HANDLER -> {
        line.text("course_id", scene.course.key()).object("course_user_tags").end();
        line.number("user_id", scene.person.userId()).text("path", place.path());
        organization(scene);
        BlockType type = place.block();
        line.object("module")
            .text("display_name", scene.course.title(type, scene.block()))
            .text("usage_key", scene.course.usage(type, scene.block()))
            .end();
        if (scene.event.origin() == Origin.PROBLEM) {
          line.object("asides").end();
        }
      }
      case WORKER -> {
        line.text("course_id", scene.course.key());
        organization(scene);
      }
      default -> {
        line.number("user_id", scene.person.userId()).text("path", place.path());
        line.text("course_id", scene.course.key());
        organization(scene);
      }
    }
    line.end();
  }

  private void organization(Scene scene) {
    line.text("org_id", scene.course.org()).text("enterprise_uuid", "");
  }

  private void payload(Scene scene) {
    switch (scene.event) {
      case ENROLLED, MODE_CHANGED, UNENROLLED -> PagePayloads.enrolment(scene, payload);
      case NEXT, PREVIOUS, TAB -> PagePayloads.step(scene, payload);
      case OUTLINE -> PagePayloads.outline(scene, payload);
      case LINK -> PagePayloads.link(scene, payload);
      case BLOCK_COMPLETED -> PagePayloads.completion(scene, payload);
      case ANSWER_SENT -> ProblemPayloads.sent(scene, payload);
      case ANSWER_MARKED -> ProblemPayloads.marked(scene, payload);
      case PROBLEM_SUBMITTED -> ProblemPayloads.submitted(scene, payload);
      case HINT_SHOWN -> ProblemPayloads.hint(scene, payload);
      case ANSWER_SHOWN -> ProblemPayloads.shown(scene, payload);
      case SUBSECTION_GRADED -> GradePayloads.subsection(scene, payload);
      case COURSE_GRADED -> GradePayloads.course(scene, payload);
      case PASSED_FIRST_TIME, NOW_PASSED, NOW_FAILED -> GradePayloads.passing(scene, payload);
      case EXAM_BEGUN, EXAM_SUBMITTED -> ExamPayloads.write(scene, payload);
      case THREAD_CREATED,
          THREAD_VIEWED,
          THREAD_VOTED,
          THREAD_REPORTED,
          RESPONSE_CREATED,
          RESPONSE_VOTED,
          COMMENT_CREATED ->
          ForumPayloads.write(scene, payload);
      default -> VideoPayloads.write(scene, payload);
    }
  }
}
