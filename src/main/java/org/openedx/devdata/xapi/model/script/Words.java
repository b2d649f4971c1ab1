package org.openedx.devdata.xapi.model.script;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;

/** Short texts of forum and exam statements. Constants only. */
public final class Words {

  public static final JsonText THREADS = JsonText.of("threads");
  public static final JsonText UP = JsonText.of("up");
  public static final JsonText DOWN = JsonText.of("down");
  static final JsonText DISCUSSION = JsonText.of("discussion");
  static final JsonText QUESTION = JsonText.of("question");
  static final JsonText PROBLEM = JsonText.of("problem");
  static final JsonText VIDEO = JsonText.of("video");
  static final JsonText EXAM = JsonText.of("Midterm Exam");

  private static final List<JsonText> TITLES =
      List.of(
          JsonText.of("Question about the second problem"),
          JsonText.of("Where do I find the slides?"),
          JsonText.of("Hello from Pakistan"),
          JsonText.of("Study group in my time zone?"),
          JsonText.of("\"Brass\" or \"wood\"?"),
          JsonText.of("Error in the transcript"),
          JsonText.of("\u00bfHay subt\u00edtulos?"),
          JsonText.of("Thank you for this course"),
          JsonText.of("My grade has not changed"),
          JsonText.of("Notes for the exam"));

  private Words() {}

  public static JsonText title(long postKey) {
    return TITLES.get(Draw.below(Draw.of(postKey, 8), TITLES.size()));
  }

  public static JsonText kindOfThread(long postKey) {
    return Draw.chance(Draw.of(postKey, 9), 0.6) ? DISCUSSION : QUESTION;
  }
}
