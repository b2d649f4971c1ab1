package org.openedx.devdata.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param name its path, such as {@code docs/targets.md}
 * @param text what it holds
 */
public record Page(String name, String text) {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /**
   * What stands in a fence.
   *
   * @param language as the fence says, may be empty
   * @param text ends in a line feed
   */
  public record Block(String language, String text) {}

  public static Page of(String name) {
    try {
      return new Page(name, Files.readString(Path.of(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The README and every page in {@code docs} and its folders, by name. */
  public static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>(List.of(of("README.md")));
    try (Stream<Path> files = Files.walk(Path.of("docs"))) {
      files
          .map(Path::toString)
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .map(Page::of)
          .forEach(pages::add);
    }
    return pages;
  }

  /** What stands in fences, in order. */
  public List<Block> blocks() {
    return BLOCK
        .matcher(text)
        .results()
        .map(block -> new Block(block.group(1), block.group(2)))
        .toList();
  }

  /** What stands in fences that name a language, in order. */
  public List<String> blocks(String language) {
    return blocks().stream()
        .filter(block -> block.language().equals(language))
        .map(Block::text)
        .toList();
  }

  /** The only block of a language. */
  public String block(String language) {
    List<String> blocks = blocks(language);
    assertThat(blocks).as("%s of %s", language, name).hasSize(1);
    return blocks.get(0);
  }
}
