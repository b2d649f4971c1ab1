package org.openedx.devdata.tracking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.ProblemShape;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;

/** Payloads of what is done with problems. Stateless. */
final class ProblemPayloads {

  private static final int SEED = 1;

  private static final List<String> HINTS =
      List.of(
          "Look at the units once more.",
          "The second half of the video has an example like this one.",
          "Two of the answers can be left out at once.");

  private ProblemPayloads() {}

  /** The form of a page, as it is sent; no JSON. */
  static void sent(Scene scene, JsonBytes out) {
    String id = scene.course.id(BlockType.PROBLEM, scene.block());
    ProblemShape problem = scene.shape().problem(scene.block());
    StringBuilder form = new StringBuilder();
    for (int part = 0; part < problem.parts(); part++) {
      ProblemPart one = ProblemPart.of(problem, part);
      int answer = one.answer(scene.packed());
      for (String value : one.values(answer)) {
        form.append(form.isEmpty() ? "" : "&").append("input_").append(id);
        form.append('_').append(part + 2).append("_1").append(one.isList() ? "%5B%5D=" : "=");
        form.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    out.out().putAscii(form.toString());
  }

  static void marked(Scene scene, JsonBytes out) {
    ProblemShape problem = scene.shape().problem(scene.block());
    boolean again = scene.first() > 1;
    out.begin().object("state").number("seed", SEED);
    out.object("student_answers");
    if (again) {
      answers(scene, problem, scene.third(), out);
    }
    out.end().flag("has_saved_answers", false).object("correct_map");
    if (again) {
      corrections(scene, problem, scene.third(), out);
    }
    out.end().object("input_state");
    for (int part = 0; part < problem.parts(); part++) {
      out.object(input(scene, part)).end();
    }
    out.end().json("done", again ? "true" : "null").end();
    out.text("problem_id", scene.course.usage(BlockType.PROBLEM, scene.block()));
    out.object("answers");
    answers(scene, problem, scene.packed(), out);
    out.end().number("grade", scene.second()).number("max_grade", problem.points());
    out.object("correct_map");
    corrections(scene, problem, scene.packed(), out);
    out.end()
        .text("success", scene.packed() == 0 ? "correct" : "incorrect")
        .number("attempts", scene.first())
        .object("submission");
    for (int part = 0; part < problem.parts(); part++) {
      out.object(input(scene, part));
      ProblemPart.of(problem, part).submission(scene.packed(), out);
      out.end();
    }
    out.end().end();
  }

  private static void answers(Scene scene, ProblemShape problem, long packed, JsonBytes out) {
    for (int part = 0; part < problem.parts(); part++) {
      ProblemPart one = ProblemPart.of(problem, part);
      List<String> values = one.values(one.answer(packed));
      if (one.isList()) {
        out.json(input(scene, part), "[\"" + String.join("\", \"", values) + "\"]");
      } else {
        out.text(input(scene, part), JsonText.escape(values.get(0)));
      }
    }
  }

  private static void corrections(Scene scene, ProblemShape problem, long packed, JsonBytes out) {
    for (int part = 0; part < problem.parts(); part++) {
      boolean right = ProblemPart.of(problem, part).answer(packed) == 0;
      out.object(input(scene, part))
          .text("correctness", right ? "correct" : "incorrect")
          .nothing("npoints")
          .text("msg", "")
          .text("hint", "")
          .nothing("hintmode")
          .nothing("queuestate")
          .nothing("answervariable")
          .end();
    }
  }

  private static String input(Scene scene, int part) {
    return scene.course.id(BlockType.PROBLEM, scene.block()) + "_" + (part + 2) + "_1";
  }

  static void submitted(Scene scene, JsonBytes out) {
    out.begin()
        .text("user_id", Integer.toString(scene.person.userId()))
        .text("course_id", scene.course.key())
        .text("problem_id", scene.course.usage(BlockType.PROBLEM, scene.block()));
    GradePayloads.transaction(scene, out);
    out.number("weighted_earned", scene.second())
        .number("weighted_possible", scene.shape().problem(scene.block()).points())
        .end();
  }

  /** Hints are counted from 0. */
  static void hint(Scene scene, JsonBytes out) {
    ProblemShape problem = scene.shape().problem(scene.block());
    int hint = scene.first() - 1;
    out.begin()
        .text("module_id", scene.course.usage(BlockType.PROBLEM, scene.block()))
        .number("hint_index", hint)
        .number("hint_len", problem.hints())
        .text("hint_text", HINTS.get((Draw.below(Draw.of(problem.key(), 91), 3) + hint) % 3))
        .end();
  }

  static void shown(Scene scene, JsonBytes out) {
    out.begin().text("problem_id", scene.course.usage(BlockType.PROBLEM, scene.block())).end();
  }
}
