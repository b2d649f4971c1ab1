package org.openedx.devdata.testing.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.openedx.devdata.testing.words.Members.Member;
import org.openedx.devdata.testing.words.WordList.Allowed;
import org.openedx.devdata.testing.words.WordList.Word;

/** Search for the words of a list: in comments, literals and parts of names alike. */
public final class WordHits {

  /** Number of characters beside a word that an allowed phrase may take. */
  private static final int AROUND = 80;

  private final WordList list;

  public WordHits(WordList list) {
    this.list = list;
  }

  /** Reports each word of a file that stands outside the phrases in which it is allowed. */
  public List<String> in(Path path) throws IOException {
    String file = path.toString();
    if (list.isPending("words", file)) {
      return List.of();
    }
    List<String> hits = new ArrayList<>();
    String text = parts(Files.readString(path));
    for (Word word : list.words()) {
      Matcher found = word.pattern().matcher(text);
      while (!word.namesOnly() && found.find()) {
        if (!isAllowed(file, text, found)) {
          long line = 1 + text.substring(0, found.start()).chars().filter(c -> c == '\n').count();
          hits.add(report(file, line, found.group(), word));
        }
      }
    }
    return hits;
  }

  /** Reports each word of a name that prose may use and names may not. */
  public List<String> inName(Member member) {
    if (list.isPending("words", member.file())) {
      return List.of();
    }
    String name = parts(member.name());
    return list.words().stream()
        .filter(word -> word.namesOnly() && word.pattern().matcher(name).find())
        .map(word -> report(member.file(), member.line(), member.name(), word))
        .toList();
  }

  /** Puts spaces between the words of names, in either of Java's ways to write them. */
  public static String parts(String text) {
    return text.replaceAll("(?<=[a-z0-9])(?=[A-Z])|_", " ");
  }

  private boolean isAllowed(String file, String text, Matcher word) {
    for (Allowed allowed : list.allowed()) {
      Matcher phrase = allowed.phrase().matcher(text);
      phrase.region(
          Math.max(0, word.start() - AROUND), Math.min(text.length(), word.end() + AROUND));
      while (file.contains(allowed.file()) && phrase.find()) {
        if (phrase.start() <= word.start() && word.end() <= phrase.end()) {
          return true;
        }
      }
    }
    return false;
  }

  private static String report(String file, long line, String what, Word word) {
    return "%s:%d: \"%s\"; %s; write %s"
        .formatted(file, line, what.replaceAll("\\s+", " "), word.why(), word.replacement());
  }
}
