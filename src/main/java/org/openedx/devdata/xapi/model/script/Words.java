package org.openedx.devdata.xapi.model.script;

import org.openedx.devdata.bytes.JsonText;

/** Short texts of forum and exam statements. Constants only. */
public final class Words {

  public static final JsonText THREADS = JsonText.of("threads");
  public static final JsonText UP = JsonText.of("up");
  public static final JsonText DOWN = JsonText.of("down");
  static final JsonText PROBLEM = JsonText.of("problem");
  static final JsonText VIDEO = JsonText.of("video");
  static final JsonText EXAM = JsonText.of("Midterm Exam");

  private Words() {}
}
