package org.openedx.devdata.service.lms;

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
   * @param correct whether it is right, by input id
   * @param earned points
   * @param possible points
   * @param at when, UTC
   */
  record Submission(
      Map<String, JsonNode> answers,
      Map<String, Boolean> correct,
      double earned,
      double possible,
      LocalDateTime at) {}

  /** The id of an input of a block: {@code 2_1} becomes {@code block_2_1}. */
  static String inputId(String blockId, String input) {
    return input.startsWith(blockId) ? input : blockId + "_" + input.replaceFirst("^_", "");
  }

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
    submission.correct().forEach((input, correct) -> results.set(input, result(correct)));
    ObjectNode score = state.putObject("score");
    score.set("raw_earned", points(submission.earned()));
    score.set("raw_possible", points(submission.possible()));
    state.put(SUBMISSION_TIME, submission.at().format(SECONDS));
    state.set("input_state", inputState(inputs));
    state.put("done", true);
    return state;
  }

  private static ObjectNode result(boolean correct) {
    ObjectNode result = JSON.objectNode();
    result.put("correctness", correct ? "correct" : "incorrect");
    result.putNull("npoints");
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
