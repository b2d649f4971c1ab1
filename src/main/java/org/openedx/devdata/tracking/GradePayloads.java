package org.openedx.devdata.tracking;

import java.util.Base64;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Hex;
import org.openedx.devdata.random.Uuids;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Rhythm;

/** Payloads of what workers compute. Stateless. */
final class GradePayloads {

  private static final int VERSION = 93;
  private static final int POLICY = 94;
  private static final int VISIBLE = 95;
  private static final long EDITED = 3 * Rhythm.DAY;

  private GradePayloads() {}

  static void subsection(Scene scene, JsonBytes out) {
    int sequential = scene.block();
    boolean graded = scene.shape().assignment(sequential) >= 0;
    learner(scene, out);
    out.text("block_id", scene.course.usage(BlockType.SEQUENTIAL, sequential));
    version(scene, out);
    out.decimal("weighted_total_earned", scene.first() * 10L, 1)
        .decimal("weighted_total_possible", scene.second() * 10L, 1)
        .decimal("weighted_graded_earned", graded ? scene.first() * 10L : 0, 1)
        .decimal("weighted_graded_possible", graded ? scene.second() * 10L : 0, 1)
        .moment("first_attempted", scene.packed(), ' ')
        .moment("subtree_edited_timestamp", edited(scene), ' ');
    transaction(scene, out);
    long key = scene.shape().run().outline().blockKey(BlockType.SEQUENTIAL, sequential);
    out.text("visible_blocks_hash", hash(Draw.of(key, VISIBLE))).end();
  }

  static void course(Scene scene, JsonBytes out) {
    learner(scene, out);
    version(scene, out);
    out.decimal("percent_grade", scene.first(), 2)
        .text("letter_grade", scene.shape().policy().passes(scene.first()) ? "Pass" : "")
        .moment("course_edited_timestamp", edited(scene), ' ');
    transaction(scene, out);
    out.text("grading_policy_hash", hash(Draw.of(scene.shape().run().randomKey(), POLICY))).end();
  }

  static void passing(Scene scene, JsonBytes out) {
    learner(scene, out);
    transaction(scene, out);
    out.end();
  }

  private static void learner(Scene scene, JsonBytes out) {
    out.begin()
        .text("user_id", Integer.toString(scene.person.userId()))
        .text("course_id", scene.course.key());
  }

  /** The transaction that an answer begins, and all that is computed because of it belongs to. */
  static void transaction(Scene scene, JsonBytes out) {
    out.uuid(
            "event_transaction_id",
            Uuids.high4(Draw.of(scene.cause, 0)),
            Uuids.low(Draw.of(scene.cause, 1)))
        .text("event_transaction_type", TrackedEvent.PROBLEM_SUBMITTED.key());
  }

  private static void version(Scene scene, JsonBytes out) {
    out.text("course_version", Hex.id(Draw.of(scene.shape().run().randomKey(), VERSION), 24));
  }

  /** The moment of the last change to the course, microseconds since 1970. */
  private static long edited(Scene scene) {
    return scene.shape().start()
        - Draw.below(Draw.of(scene.shape().run().randomKey(), VERSION + 3), EDITED);
  }

  /** As long as a SHA-1. */
  private static String hash(long key) {
    byte[] bytes = new byte[20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Draw.of(key, i);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }
}
