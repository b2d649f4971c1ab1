package org.openedx.devdata.tracking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.ProblemShape;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.QuestionBank;
import org.openedx.devdata.world.QuestionBank.Question;

/**
 * A question of a problem as its form has it.
 *
 * @param question what is asked
 * @param number of it in the problem, from 0
 * @param right place of the right choice among those of a list to choose from
 */
record ProblemPart(Question question, int number, int right) {

  private static final int ORDER = 92;
  private static final Pattern ITEM = Pattern.compile("\"([^\"]*)\"");

  /** Types of response and input by the kind of question. */
  private enum Form {
    SINGLE("multiplechoiceresponse", "choicegroup"),
    LIST("choiceresponse", "checkboxgroup"),
    TRUE_FALSE("truefalseresponse", "choicegroup"),
    NUMERIC("numericalresponse", "formulaequationinput"),
    TEXT("stringresponse", "textline"),
    IMAGE("imageresponse", "imageinput"),
    CODE("customresponse", "textline");

    private final String response;
    private final String input;

    Form(String response, String input) {
      this.response = response;
      this.input = input;
    }
  }

  static ProblemPart of(ProblemShape problem, int number) {
    Question question = problem.question(number);
    int choices = 1 + question.wrong().size();
    return new ProblemPart(
        question, number, Draw.below(Draw.of(problem.key(), ORDER + number), choices));
  }

  private Form form() {
    return switch (question.kind().value()) {
      case "choice" -> question.right().value().startsWith("[") ? Form.LIST : Form.SINGLE;
      case "true-false" -> Form.TRUE_FALSE;
      case "numeric" -> Form.NUMERIC;
      case "fill-in" -> Form.TEXT;
      case "matching" -> Form.IMAGE;
      default -> Form.CODE;
    };
  }

  /** Returns whether an answer is a list of choices. */
  boolean isList() {
    return form() == Form.LIST;
  }

  /** The number of the answer to it: 0 for the right one. */
  int answer(long packed) {
    return (int) (packed >> 4 * number) & 15;
  }

  private JsonText text(int answer) {
    return question.answer(answer);
  }

  /** The values of the form's fields; one unless it is a list. */
  List<String> values(int answer) {
    return switch (form()) {
      case SINGLE, TRUE_FALSE -> List.of("choice_" + place(answer));
      case LIST -> {
        List<String> all = List.copyOf(items());
        yield items(text(answer)).stream().map(item -> "choice_" + all.indexOf(item)).toList();
      }
      default -> List.of(text(answer).value());
    };
  }

  private int place(int answer) {
    int after = answer == QuestionBank.REFUSED ? 0 : answer;
    return (right + after) % (1 + question.wrong().size());
  }

  /** All that there is to choose from, in order. */
  private Set<String> items() {
    Set<String> items = new LinkedHashSet<>();
    question.wrong().forEach(wrong -> items.addAll(items(wrong)));
    items.addAll(items(question.right()));
    return items;
  }

  private static List<String> items(JsonText list) {
    List<String> items = new ArrayList<>();
    Matcher item = ITEM.matcher(list.value());
    while (item.find()) {
      items.add(item.group(1));
    }
    return items;
  }

  /** Writes what was submitted, as people read it. */
  void submission(long packed, JsonBytes out) {
    JsonText text = text(answer(packed));
    out.text("question", question.text());
    if (isList()) {
      out.json("answer", text.value());
    } else {
      out.text("answer", text);
    }
    out.text("response_type", form().response)
        .text("input_type", form().input)
        .flag("correct", answer(packed) == 0)
        .text("variant", "")
        .text("group_label", "");
  }
}
