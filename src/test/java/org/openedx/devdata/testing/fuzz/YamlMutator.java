package org.openedx.devdata.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of YAML with a few faults in each. Immutable; a file follows from its number alone. */
public final class YamlMutator {

  private static final Pattern WORD = Pattern.compile("[\\w.@+-]+");
  private static final Pattern VALUE = Pattern.compile("(?<=: )[^\\s#{\\[][^#\\n,}\\]]*");

  private final List<String> originals;
  private final List<String> words;

  /**
   * @param originals files that are right
   */
  public YamlMutator(List<String> originals) {
    this.originals = List.copyOf(originals);
    this.words =
        originals.stream()
            .flatMap(text -> WORD.matcher(text).results())
            .map(found -> found.group())
            .distinct()
            .toList();
  }

  /** The file of a number: one of the originals with a single fault. */
  public String slip(long number) {
    Random random = new Random(number * 7919 + 17);
    return fault(originals.get(random.nextInt(originals.size())), random);
  }

  /** The file of a number: one of the originals with one to four faults. */
  public byte[] file(long number) {
    Random random = new Random(number * 7919 + 17);
    String text = originals.get(random.nextInt(originals.size()));
    for (int faults = 1 + random.nextInt(4); faults > 0; faults--) {
      text = fault(text, random);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(20) == 0 && bytes.length > 0 ? damaged(bytes, random) : bytes;
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    if (random.nextBoolean()) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    return bytes;
  }

  private String fault(String text, Random random) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> replaced(text, VALUE, OddValues.any(random), random);
      case 4 -> replaced(text, WORD, words.get(random.nextInt(words.size())), random);
      case 5 -> replaced(text, WORD, OddValues.any(random), random);
      case 6 -> mistyped(text, random);
      case 7 -> inserted(text, OddValues.any(random), random);
      case 8 -> inserted(text, Character.toString(random.nextInt(0x250)), random);
      case 9 -> grafted(text, random);
      default -> lines(text, random);
    };
  }

  private static String replaced(String text, Pattern what, String by, Random random) {
    List<int[]> places =
        what.matcher(text).results().map(found -> new int[] {found.start(), found.end()}).toList();
    if (places.isEmpty()) {
      return text + by;
    }
    int[] place = places.get(random.nextInt(places.size()));
    return text.substring(0, place[0]) + by + text.substring(place[1]);
  }

  private static String mistyped(String text, Random random) {
    List<String> found = WORD.matcher(text).results().map(word -> word.group()).toList();
    if (found.isEmpty()) {
      return text;
    }
    String word = found.get(random.nextInt(found.size()));
    int at = random.nextInt(word.length());
    String wrong = word.substring(0, at) + word.substring(Math.min(word.length(), at + 1));
    return text.replaceFirst(Pattern.quote(word), Matcher.quoteReplacement(wrong));
  }

  private static String inserted(String text, String what, Random random) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + what + text.substring(at);
  }

  /** Some lines of another file. */
  private String grafted(String text, Random random) {
    List<String> other = originals.get(random.nextInt(originals.size())).lines().toList();
    if (other.isEmpty()) {
      return text;
    }
    int from = random.nextInt(other.size());
    int to = Math.min(other.size(), from + 1 + random.nextInt(5));
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.addAll(random.nextInt(lines.size() + 1), other.subList(from, to));
    return String.join("\n", lines) + "\n";
  }

  private static String lines(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return text;
    }
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
      case 3 -> lines.set(at, line.strip());
      case 4 -> lines.set(at, "\t" + line);
      default -> lines.add(random.nextInt(lines.size()), lines.remove(at));
    }
    return String.join(random.nextInt(8) == 0 ? "\r\n" : "\n", lines) + "\n";
  }
}
