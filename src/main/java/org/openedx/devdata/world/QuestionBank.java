package org.openedx.devdata.world;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;

/** The questions that problems ask, with right and wrong answers. Constants only. */
public final class QuestionBank {

  /** Number of a right answer that is marked as wrong because the key of the problem is. */
  public static final int REFUSED = 15;

  /** A question: its text, how it is answered, the right answer and wrong ones. */
  public record Question(JsonText text, JsonText kind, JsonText right, List<JsonText> wrong) {

    public JsonText answer(boolean success, long bits) {
      return success ? right : wrong.get(Draw.below(bits, wrong.size()));
    }

    /** An answer by its number: 0 and {@link #REFUSED} for the right one, else a wrong one. */
    public JsonText answer(int number) {
      return number == 0 || number == REFUSED ? right : wrong.get(number - 1);
    }

    /** The probability of a right answer by chance: that of one choice of several. */
    public double guess() {
      boolean single = !right.value().startsWith("[") && CHOSEN.contains(kind.value());
      return single ? 1.0 / (1 + wrong.size()) : 0;
    }
  }

  /** Interaction types whose answers are chosen from a list. */
  private static final List<String> CHOSEN = List.of("choice", "true-false");

  private static final List<Question> QUESTIONS =
      List.of(
          question("Which instrument has a double reed?", "choice", "oboe", "flute", "clarinet"),
          question("Which of these is a brass instrument?", "choice", "tuba", "cello", "tabla"),
          question(
              "Which of the following are string instruments?",
              "choice",
              "[\"harp\", \"banjo\"]",
              "[\"harp\"]",
              "[\"harp\", \"hi-hat\"]",
              "[\"flute\", \"banjo\"]"),
          question(
              "Which of the following are prime numbers?",
              "choice",
              "[\"7\", \"11\"]",
              "[\"7\", \"9\"]",
              "[\"11\"]",
              "[\"9\", \"15\"]"),
          question(
              "What color is the open ocean on a sunny day?", "choice", "blue", "red", "green"),
          question("How many strings does a cello have?", "numeric", "4", "5", "6", "3"),
          question("What is 12 times 12?", "numeric", "144", "124", "142", "154"),
          question("How many sides has a hexagon?", "numeric", "6", "5", "8"),
          question("Give the derivative of x squared.", "fill-in", "2*x", "x", "x^3/3", "2"),
          question(
              "Which city is the capital of Colombia?", "fill-in", "Bogot\u00e1", "Lima", "Cali"),
          question("Name the drum that is a box.", "fill-in", "Caj\u00f3n", "Tabla", "Snare"),
          question("Write a word that rhymes with \"moon\".", "fill-in", "spoon", "month", "sun"),
          question("Does sound travel in a vacuum?", "true-false", "false", "true"),
          question("Is every square a rectangle?", "true-false", "true", "false"),
          question("Mark the left ventricle.", "matching", "[231,117]", "[24,98]", "[180,12]"),
          question("Sort the list with your own code.", "other", "correct", "incorrect"));

  private static final List<JsonText> NAMES =
      List.of(JsonText.of("Checkboxes"), JsonText.of("Dropdown"), JsonText.of("Numerical Input"));

  private QuestionBank() {}

  /** The question of a problem. */
  public static Question of(long problemKey) {
    return QUESTIONS.get(Draw.below(Draw.of(problemKey, 8), QUESTIONS.size()));
  }

  /** A problem's question by number, from 0, for problems of several. */
  public static Question of(long problemKey, int number) {
    int first = Draw.below(Draw.of(problemKey, 8), QUESTIONS.size());
    return QUESTIONS.get((first + 5 * number) % QUESTIONS.size());
  }

  /** The display name of a problem that names no question. */
  public static JsonText name(long problemKey) {
    return NAMES.get(Draw.below(Draw.of(problemKey, 9), NAMES.size()));
  }

  private static Question question(String text, String kind, String right, String... wrong) {
    return new Question(
        JsonText.of(text),
        JsonText.of(kind),
        JsonText.of(right),
        List.of(wrong).stream().map(JsonText::of).toList());
  }
}
