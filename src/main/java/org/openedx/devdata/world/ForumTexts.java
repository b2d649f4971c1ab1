package org.openedx.devdata.world;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;

/** Titles, kinds and texts of what is written in forums. Constants only. */
public final class ForumTexts {

  private static final JsonText DISCUSSION = JsonText.of("discussion");
  private static final JsonText QUESTION = JsonText.of("question");

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

  private static final List<JsonText> BODIES =
      List.of(
          JsonText.of("<p>I have the same question.</p>"),
          JsonText.of("<p>Look at the third minute of the video, there it is explained.</p>"),
          JsonText.of("<p>Thanks, that helped!</p>"),
          JsonText.of("<p>Count me in. I am mostly free in the evenings.</p>"),
          JsonText.of("<p>It works now that I have reloaded the page.</p>"),
          JsonText.of("<p>\u00a1Gracias a todos!</p>"),
          JsonText.of("<p>I do not see how <em>both</em> answers can be right.</p>"),
          JsonText.of("<p>Which chapter is this about?</p>"));

  private ForumTexts() {}

  /** The title of a thread. */
  public static JsonText title(long thread) {
    return TITLES.get(Draw.below(Draw.of(thread, 8), TITLES.size()));
  }

  /** The kind of a thread: {@code discussion} or {@code question}. */
  public static JsonText kind(long thread) {
    return Draw.chance(Draw.of(thread, 9), 0.6) ? DISCUSSION : QUESTION;
  }

  /** The text of a thread, a response or a comment. */
  public static JsonText body(long post) {
    return BODIES.get(Draw.below(Draw.of(post, 10), BODIES.size()));
  }
}
