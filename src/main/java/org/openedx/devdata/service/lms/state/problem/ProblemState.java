package org.openedx.devdata.service.lms.state.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * The state of a problem as the LMS stores it. Stateless.
 *
 * <p>Field names and shapes are those of the platform's capa problems; an input's id is the block's
 * id with response and input number.
 */
final class ProblemState {

  /** The one field that depends on when a problem was submitted. */
  static final String SUBMISSION_TIME = "last_submission_time";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");

  private ProblemState() {}

  /**
   * A submission.
   *
   * @param answers answer by input id
   * @param score points, and how each input did
   * @param at when, UTC
   */
  record Submission(Map<String, JsonNode> answers, AttemptScore score, LocalDateTime at) {}

  /** State of a problem that was looked at and not submitted. */
  static ObjectNode viewed(long seed, Iterable<String> inputs) {
    ObjectNode state = JSON.objectNode();
    state.put("seed", seed);
    state.set("input_state", inputState(inputs));
    return state;
  }

  private static ObjectNode inputState(Iterable<String> inputs) {
    ObjectNode inputState = JSON.objectNode();
    inputs.forEach(input -> inputState.set(input, JSON.objectNode()));
    return inputState;
  }

  /**
   * State after a submission.
   *
   * @param number which it is, from 1
   */
  static ObjectNode submitted(
      long seed, Iterable<String> inputs, int number, Submission submission) {
    ObjectNode state = JSON.objectNode();
    state.put("seed", seed);
    state.put("attempts", number);
    ObjectNode answers = state.putObject("student_answers");
    submission.answers().forEach(answers::set);
    ObjectNode results = state.putObject("correct_map");
    submission.score().inputs().forEach((input, result) -> results.set(input, entry(result)));
    ObjectNode score = state.putObject("score");
    score.set("raw_earned", points(submission.score().earned()));
    score.set("raw_possible", points(submission.score().possible()));
    state.put(SUBMISSION_TIME, submission.at().format(SECONDS));
    state.set("input_state", inputState(inputs));
    state.put("done", true);
    return state;
  }

  private static ObjectNode entry(AttemptScore.Input input) {
    ObjectNode result = JSON.objectNode();
    result.put("correctness", input.correctness().word());
    result.set("npoints", input.points().map(ProblemState::points).orElse(JSON.nullNode()));
    result.put("msg", "");
    result.put("hint", "");
    result.putNull("hintmode");
    result.putNull("queuestate");
    result.putNull("answervariable");
    return result;
  }

  /** Whole points are written without decimals, as the platform does. */
  private static JsonNode points(double points) {
    return points == Math.rint(points) && Math.abs(points) < 1e9
        ? JSON.numberNode((int) points)
        : JSON.numberNode(points);
  }
}
