package org.openedx.devdata.keep.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.service.PlatformKeys;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** Values that are written are read as they were, whatever their letters, wherever they stand. */
class ScalarTextTest {

  private static final List<String> MORE =
      List.of("$", "$$", "${", "$${", "$$${", "}", "\"".repeat(300), "", ": ", " #", "? ", "- ");

  private static final List<String> TEXTS =
      Stream.concat(GeneratedSpecs.TEXTS.stream(), MORE.stream()).toList();

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      text.append(TEXTS.get(random.nextInt(TEXTS.size())));
    }
    return text.toString();
  }

  /** A text that a name may be: one line of printed letters. */
  private static String name(Random random) {
    String line = text(random).replaceAll("[\\p{Cntrl}\u0085\u2028]", "");
    return line.substring(0, Math.min(line.length(), 100)) + "z";
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void valuesComeBack(long seed) {
    Random random = new Random(seed);
    List<String> states = new ArrayList<>();
    List<String> bios = new ArrayList<>();
    List<List<String>> groups = new ArrayList<>();
    StringBuilder modules = new StringBuilder("student_modules:\n");
    StringBuilder users = new StringBuilder("users:\n");
    for (int i = 0; i < 300; i++) {
      ObjectNode state = JsonNodeFactory.instance.objectNode();
      state.put(i < TEXTS.size() ? TEXTS.get(i) : text(random), text(random));
      state.putArray("list").add(text(random)).addObject().put(text(random), 1.5);
      states.add(state.toString());
      bios.add(text(random));
      groups.add(List.of("a" + name(random), "b" + name(random)));
      modules
          .append("- {username: u%d, block: block-v1:A+B+1+type@html+block@x, state: ".formatted(i))
          .append(ScalarText.of(state))
          .append("}\n");
      users
          .append("- username: u%d\n  bio: ".formatted(i))
          .append(ScalarText.of(bios.get(i)))
          .append("\n  groups: ")
          .append(ScalarText.list(groups.get(i)))
          .append('\n');
    }

    assertThat(values("student_modules", "state", modules.toString()))
        .map(Object::toString)
        .isEqualTo(states);
    assertThat(values("users", "bio", users.toString())).isEqualTo(bios);
    assertThat(values("users", "groups", users.toString())).isEqualTo(groups);
  }

  @Test
  void longTextsArePlainOrQuoted() {
    for (String part : List.of("word ", ":a", "$b", "'")) {
      String text = "a" + part.repeat(100_000) + "z";

      assertThat(ScalarText.of(text)).isEqualTo(text);
      assertThat(ScalarText.of(text + ":")).isEqualTo('"' + text + ":\"");
    }
  }

  private static List<Object> values(String kind, String field, String text) {
    Problems problems = new Problems();
    YamlReader yaml = new YamlReader(YamlLimits.DEFAULT, name -> null);
    List<SpecRecord> records =
        yaml.read("spec.yaml", text.getBytes(StandardCharsets.UTF_8), problems)
            .map(
                root ->
                    new SpecReader(LmsService.lms().descriptor(), PlatformKeys.parsers())
                        .read("spec.yaml", root, problems)
                        .of(kind))
            .orElse(List.of());
    assertThat(problems.sorted()).isEmpty();
    return records.stream().map(record -> record.raw(field)).toList();
  }
}
