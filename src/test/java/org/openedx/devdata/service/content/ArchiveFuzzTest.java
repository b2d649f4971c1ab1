package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.history.SpecHistories;
import org.openedx.devdata.spec.Problems;

/**
 * Archives with seeded mutations of their bytes, names and TOML: each is read or refused, with
 * messages of our own, and never without end.
 *
 * <p>{@code -Ddevdata.fuzz.archives=N} sets their number (800).
 */
class ArchiveFuzzTest {

  private static final int ARCHIVES = Integer.getInteger("devdata.fuzz.archives", 800);
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  /** Words that only a library or the JDK writes. */
  private static final Pattern RAW =
      Pattern.compile(
          "Exception|java\\.|com\\.|org\\.|@[0-9a-f]{6}|\\bnull\\b|CEN|END header|ZLIB|Text '|"
              + "could not be parsed|Invalid value for|Unknown token|out of bounds|EOF");

  private static final String[] TOKENS = {
    "",
    "\"",
    "'",
    "\"\"\"",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    "#",
    "\n",
    "\\u0000",
    "\\uD800",
    "é",
    "😀",
    "2026-13-01T00:00:00Z",
    "2026-02-30",
    "25:61:61",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59-23:59",
    "+99:99",
    "1e999999999",
    "0x",
    "-1",
    "0",
    "99999999999999999999",
    "true",
    "inf",
    "nan",
    "[entity]",
    "[[version]]",
    "[entity.container.unit]",
    "key = 1",
    "version_num = 1",
    "title = 3",
    "x".repeat(501),
    "y".repeat(70_000),
    "[".repeat(3_000),
    "a.".repeat(2_000),
    "xblock.v1:problem:p1",
    "u",
    "U",
    "../..",
    "::"
  };

  private static final String[] NAMES = {
    "._p1.toml",
    "__MACOSX/x",
    "entities/U.toml",
    "entities/xblock.v1/problem/P1.toml",
    "entities/xblock.v1/problem/p1/component_versions/v9/block.xml",
    "collections/._c.toml",
    "entities/a/b/c/d/e.toml",
    ".DS_Store",
    "package.toml/",
    "entities/x.toml/y.toml",
    "entities/xblock.v1/problem/p1/component_versions/v99999999999/a",
    "entities/.toml"
  };

  @TempDir Path folder;

  private static Map<String, byte[]> original() {
    String when = "2026-01-02T03:04:05Z";
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(
        files,
        "package.toml",
        "[meta]\nformat_version = 1\ncreated_at = "
            + when
            + "\n[learning_package]\ntitle = \"T\"\nkey = \"lib:Org:t\"\ndescription = \"\"\ncreated"
            + " = "
            + when
            + "\n");
    for (String name : new String[] {"p1", "p2"}) {
      String base = "entities/xblock.v1/problem/" + name;
      put(
          files,
          base + ".toml",
          "[entity]\ncan_stand_alone = true\nkey = \"xblock.v1:problem:"
              + name
              + "\"\ncreated = "
              + when
              + "\n[entity.draft]\nversion_num = 2\n[entity.published]\nversion_num = 1\n"
              + "[[version]]\ntitle = \"Two\"\nversion_num = 2\n"
              + "[[version]]\ntitle = \"One\"\nversion_num = 1\n");
      put(files, base + "/component_versions/v2/block.xml", "<problem>2</problem>");
      put(files, base + "/component_versions/v1/block.xml", "<problem>1</problem>");
      put(files, base + "/component_versions/v1/static/a.txt", "a of " + name);
    }
    put(
        files,
        "entities/u.toml",
        "[entity]\ncan_stand_alone = true\nkey = \"u\"\ncreated = "
            + when
            + "\n[entity.draft]\nversion_num = 1\n[entity.published]\n[entity.container.unit]\n"
            + "[[version]]\ntitle = \"U\"\nversion_num = 1\n[version.container]\nchildren ="
            + " [\"xblock.v1:problem:p1\", \"xblock.v1:problem:p2\"]\n");
    put(
        files,
        "collections/c.toml",
        "[collection]\ntitle = \"C\"\nkey = \"c\"\ndescription = \"\"\ncreated = "
            + when
            + "\nentities = [\"u\"]\n");
    return files;
  }

  private static void put(Map<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyArchiveIsReadOrRefusedInWordsOfOurOwn() throws Exception {
    int refused = 0;
    for (int seed = 0; seed < ARCHIVES; seed++) {
      Random random = new Random(seed);
      Path zip = folder.resolve("fuzz.zip");
      Files.write(zip, mutated(random));
      Problems problems = new Problems();
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () ->
              SpecHistories.of(
                  ContentApi.restoring(zip, Optional.empty(), Optional.empty()),
                  NOW,
                  true,
                  problems),
          "seed " + seed);
      assertThat(problems.sorted())
          .as("seed %d", seed)
          .allSatisfy(
              problem ->
                  assertThat(problem.message().replaceAll("'[^']*'|\"[^\"]*\"", ""))
                      .doesNotContainPattern(RAW));
      refused += problems.isEmpty() ? 0 : 1;
    }
    assertThat(refused).isBetween(ARCHIVES / 2, ARCHIVES - 1);
  }

  private static byte[] mutated(Random random) throws IOException {
    Map<String, byte[]> files = original();
    boolean bytes = random.nextInt(4) == 0;
    for (int i = bytes ? 0 : 1 + random.nextInt(3); i > 0; i--) {
      mutate(files, random);
    }
    byte[] zip = zipped(files);
    return bytes ? damaged(zip, random) : zip;
  }

  private static void mutate(Map<String, byte[]> files, Random random) {
    String name = files.keySet().toArray(String[]::new)[random.nextInt(files.size())];
    String text = new String(files.get(name), StandardCharsets.UTF_8);
    switch (random.nextInt(6)) {
      case 0 -> files.remove(name);
      case 1 -> files.put(NAMES[random.nextInt(NAMES.length)], files.get(name));
      case 2 -> put(files, name, text + text);
      case 3 -> put(files, name, without(text, random));
      case 4 -> put(files, name, replaced(text, random));
      default -> {
        int at = random.nextInt(text.length() + 1);
        put(files, name, text.substring(0, at) + token(random) + text.substring(at));
      }
    }
    if (files.isEmpty()) {
      put(files, "empty", "");
    }
  }

  private static String token(Random random) {
    return TOKENS[random.nextInt(TOKENS.length)];
  }

  /** One line less. */
  private static String without(String text, Random random) {
    String[] lines = text.split("\n");
    lines[random.nextInt(lines.length)] = "";
    return String.join("\n", lines);
  }

  /** Another value behind one of the equal signs. */
  private static String replaced(String text, Random random) {
    String[] lines = text.split("\n");
    int line = random.nextInt(lines.length);
    lines[line] = lines[line].replaceAll("= .*", "= ") + token(random);
    return String.join("\n", lines);
  }

  private static byte[] damaged(byte[] zip, Random random) {
    byte[] damaged = Arrays.copyOf(zip, zip.length - random.nextInt(2) * random.nextInt(40));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static byte[] zipped(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
