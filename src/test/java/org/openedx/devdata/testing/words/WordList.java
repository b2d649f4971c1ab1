package org.openedx.devdata.testing.words;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Content of {@code words.yaml}.
 *
 * @param words words that a reader from the field would have to translate
 * @param allowed phrases in which such a word stands for itself
 * @param pending folders and files that do not keep a rule yet, for each rule
 */
public record WordList(List<Word> words, List<Allowed> allowed, Map<String, List<String>> pending) {

  /** What may stand between two words of a phrase: ends of lines of comments and of literals. */
  private static final String BETWEEN = "[\\\\s*/#>+\"]+";

  /**
   * Word or phrase that is not used.
   *
   * @param namesOnly true when prose may use it, and only names of members may not
   */
  public record Word(Pattern pattern, String replacement, String why, boolean namesOnly) {}

  /** Phrase around a word, in files whose path contains a text, and the reason for it. */
  public record Allowed(Pattern phrase, String file, String reason) {}

  /** Reads the list. */
  public static WordList read() throws IOException {
    try (InputStream in = WordList.class.getResourceAsStream("/org/openedx/devdata/words.yaml")) {
      Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new WordList(
          items(root, "words").stream().map(WordList::word).toList(),
          items(root, "allowed").stream().map(WordList::allowed).toList(),
          pendingOf(root));
    }
  }

  /** True when a file stands under a folder that does not keep a rule yet. */
  public boolean isPending(String rule, String file) {
    return pending.getOrDefault(rule, List.of()).stream().anyMatch(file::startsWith);
  }

  private static Word word(Map<String, String> item) {
    return new Word(
        pattern("\\b(?:" + item.get("pattern") + ")\\b"),
        item.get("replacement"),
        item.get("why"),
        "names".equals(item.get("where")));
  }

  private static Allowed allowed(Map<String, String> item) {
    return new Allowed(
        pattern(item.get("phrase")), item.getOrDefault("file", ""), item.get("reason"));
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text.replaceAll(" ", BETWEEN), Pattern.CASE_INSENSITIVE);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, String>> items(Map<String, Object> root, String key) {
    return (List<Map<String, String>>) root.get(key);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> pendingOf(Map<String, Object> root) {
    return (Map<String, List<String>>) root.get("pending");
  }
}
