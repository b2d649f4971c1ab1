package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.words.Members;
import org.openedx.devdata.testing.words.Members.Member;
import org.openedx.devdata.testing.words.WordHits;
import org.openedx.devdata.testing.words.WordList;

/** Words of the field in sources, messages and documents, by the list in {@code words.yaml}. */
class WordsTest {

  /** A first sentence that asks, or that begins with a condition, does not say what a thing is. */
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:What|How|Where|Who|Whose|Which|When|Whether|Why|Of|If)\\b.*", Pattern.DOTALL);

  private static final Pattern MEASURE =
      Pattern.compile(
          ".*\\b(?:time|timeout|delay|duration|age|size|length|limit|patience)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNIT =
      Pattern.compile(
          "\\b(?:bits?|bytes?|[kmg]ib|characters?|letters?|digits?|code points?|rows?|columns?"
              + "|lines?|records?|entries|elements?|items?|values?|numbers?|statements?|events?"
              + "|messages?|requests?|files?|slots?|nodes?|places?|symbols?|levels?|pages?"
              + "|learners?|courses?|blocks?|keys?|threads?|chunks?|batches|pairs?|tokens?"
              + "|nanos?(?:econds?)?|micros?(?:econds?)?|millis?(?:econds?)?|seconds?|minutes?"
              + "|hours?|days?|weeks?|months?|years?|epoch|percent)\\b",
          Pattern.CASE_INSENSITIVE);

  private static WordList list;
  private static List<Member> members;

  @BeforeAll
  static void read() throws IOException {
    list = WordList.read();
    members = Members.of(files(Path.of("src/main/java"), ".java"));
  }

  @Test
  void sourcesAndDocumentsUseWordsOfTheField() throws IOException {
    List<Path> files = new ArrayList<>(files(Path.of("src/main"), ".java", ".yaml"));
    files.addAll(files(Path.of("docs"), ".md"));
    for (String folder : List.of("specs", "example_configs", "scripts")) {
      files.addAll(files(Path.of(folder), ""));
    }
    files.add(Path.of("README.md"));
    files.add(Path.of("CHANGELOG.md"));
    WordHits hits = new WordHits(list);

    List<String> found = new ArrayList<>();
    for (Path file : files) {
      found.addAll(hits.in(file));
    }
    members.forEach(member -> found.addAll(hits.inName(member)));

    assertThat(String.join("\n", found)).isEmpty();
  }

  @Test
  void firstSentencesNameTheThingOrSayWhatItDoes() {
    assertThat(broken("sentences", it -> QUESTION.matcher(it.sentence()).matches())).isEmpty();
  }

  @Test
  void numbersOfTimeAndSizeNameTheirUnits() {
    assertThat(
            broken(
                "units",
                it ->
                    it.number()
                        && MEASURE.matcher(WordHits.parts(it.name())).matches()
                        && !UNIT.matcher(WordHits.parts(it.name()) + " " + it.comments()).find()))
        .isEmpty();
  }

  /** The list of pending places shrinks with the places: none stays that is gone. */
  @Test
  void pendingPlacesExist() throws IOException {
    assertThat(list.pending().keySet()).isSubsetOf("words", "sentences", "units");
    for (String rule : list.pending().keySet()) {
      for (String place : list.pending().get(rule)) {
        assertThat(Path.of(place)).as("%s of %s in words.yaml", place, rule).exists();
      }
    }
  }

  private static String broken(String rule, Predicate<Member> breaks) {
    return members.stream()
        .filter(it -> !list.isPending(rule, it.file()))
        .filter(breaks)
        .map(it -> "%s:%d: %s: %s".formatted(it.file(), it.line(), it.name(), it.sentence()))
        .collect(Collectors.joining("\n"));
  }

  private static List<Path> files(Path folder, String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
