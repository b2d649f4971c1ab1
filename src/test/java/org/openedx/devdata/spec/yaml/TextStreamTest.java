package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** The own reader gives SnakeYAML's parser the same as SnakeYAML's reader does. */
class TextStreamTest {

  private static final String[] PARTS = {
    "a",
    "b: ",
    "- ",
    "\n",
    "\r\n",
    "\r",
    "  ",
    "\t",
    "'",
    "\"",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "#c",
    "&x ",
    "*x",
    "!!str ",
    "|\n",
    ">\n",
    "😀",
    "é",
    "\u2028",
    "\u0085",
    "\uFEFF",
    "\\n",
    ": ",
    "? ",
    "---\n",
    "<<: ",
    "%A b\n",
    "null",
    "long text of words "
  };

  @Test
  void eventsAndMarksAreTheSame() {
    Random random = new Random(20260329);
    int documents = 0;
    for (int run = 0; run < 30_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(25); part >= 0; part--) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }
      List<String> expected = events(new StreamReader(text.toString()));
      assertThat(events(new TextStream(text.toString()))).as(text.toString()).isEqualTo(expected);
      documents += expected.get(expected.size() - 1).startsWith("failure") ? 0 : 1;
    }
    assertThat(documents).isGreaterThan(500);
  }

  private static List<String> events(StreamReader reader) {
    List<String> events = new ArrayList<>();
    ParserImpl parser = new ParserImpl(reader, new LoaderOptions());
    try {
      while (true) {
        Event event = parser.getEvent();
        if (event == null) {
          return events;
        }
        events.add(event + place(event.getStartMark()) + place(event.getEndMark()));
      }
    } catch (MarkedYAMLException e) {
      events.add("failure " + e.getProblem() + e.getContext() + place(e.getProblemMark()));
    } catch (RuntimeException e) {
      events.add("failure " + e.getMessage());
    }
    return events;
  }

  private static String place(Mark mark) {
    return " @" + mark.getIndex() + "/" + mark.getLine() + "/" + mark.getColumn();
  }
}
