package org.openedx.devdata.answers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.life.stream.Lives;

/** Known answers of a world as rows of texts, by table. */
public final class CountedAnswers {

  private CountedAnswers() {}

  /** The content of the files of all tables, without headers. */
  public static Map<String, String> text(Lives lives, int threads)
      throws IOException, InterruptedException {
    Map<String, StringBuilder> texts = new TreeMap<>();
    new Answers(lives)
        .write(
            threads,
            (chart, rows) ->
                texts
                    .computeIfAbsent(Charts.ALL.get(chart).table().name(), x -> new StringBuilder())
                    .append(new String(rows.lines().toByteArray(), StandardCharsets.UTF_8)));
    Map<String, String> all = new TreeMap<>();
    texts.forEach((name, text) -> all.put(name, text.toString()));
    return all;
  }

  /** The rows of lines of CSV. */
  public static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : csv.split("\n")) {
      rows.add(CsvReader.cells(line));
    }
    return rows;
  }
}
