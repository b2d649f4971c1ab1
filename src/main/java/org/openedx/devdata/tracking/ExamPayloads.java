package org.openedx.devdata.tracking;

import java.util.Locale;
import java.util.UUID;
import org.openedx.devdata.life.course.ExamAttempt;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;

/** Payloads of timed exams. Stateless. */
final class ExamPayloads {

  private static final int NUMBER = 96;

  private ExamPayloads() {}

  static void write(Scene scene, JsonBytes out) {
    ExamAttempt attempt = attempt(scene);
    boolean ends = scene.event == TrackedEvent.EXAM_SUBMITTED;
    out.begin()
        .number("exam_id", 1 + Draw.below(Draw.of(scene.shape().run().randomKey(), NUMBER), 9_999))
        .text("exam_content_id", scene.course.usage(BlockType.SEQUENTIAL, scene.block()))
        .text("exam_name", ExamAttempt.EXAM)
        .number("exam_default_time_limit_mins", scene.first())
        .flag("exam_is_proctored", false)
        .flag("exam_is_practice_exam", false)
        .flag("exam_is_active", true)
        .number("attempt_id", attempt.number())
        .number("attempt_user_id", scene.person.userId());
    if (ends) {
      out.moment("attempt_started_at", scene.packed(), 'T')
          .moment("attempt_completed_at", scene.micros(), 'T');
    } else {
      out.nothing("attempt_started_at").nothing("attempt_completed_at");
    }
    String code = new UUID(attempt.codeHigh(), attempt.codeLow()).toString();
    out.text("attempt_code", code.toUpperCase(Locale.ROOT));
    if (ends) {
      out.number("attempt_allowed_time_limit_mins", scene.first())
          .text("attempt_status", "submitted")
          .decimal("attempt_event_elapsed_time_secs", scene.micros() - scene.packed(), 6);
    } else {
      out.nothing("attempt_allowed_time_limit_mins")
          .text("attempt_status", "created")
          .nothing("attempt_event_elapsed_time_secs");
    }
    out.end();
  }

  static String path(Scene scene) {
    String attempts = "/api/edx_proctoring/v1/proctored_exam/attempt";
    return scene.event == TrackedEvent.EXAM_BEGUN
        ? attempts
        : attempts + "/" + attempt(scene).number();
  }

  private static ExamAttempt attempt(Scene scene) {
    return ExamAttempt.of(scene.session(), scene.block());
  }
}
