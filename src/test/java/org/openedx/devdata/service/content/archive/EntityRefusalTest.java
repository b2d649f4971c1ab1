package org.openedx.devdata.service.content.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entities of an archive that are wrong alone, or do not fit together. */
class EntityRefusalTest extends RefusedArchives {

  private static final String COMPONENT = "entities/xblock.v1/html/a.toml";

  @Test
  void tellsEverythingThatIsWrongWithAnEntity() throws IOException {
    Path zip =
        TestZip.withEntity(
            folder,
            COMPONENT,
            "[entity]",
            "can_stand_alone = 1",
            "key = \"html:a\"",
            "[entity.draft]",
            "version_num = 3",
            "[[version]]",
            "title = \"A\"",
            "version_num = 2",
            "[[version]]",
            "title = \"A\"",
            "version_num = 2",
            "[[version]]",
            "title = \"A\"",
            "version_num = 0");

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!entities/xblock.v1/html/a.toml:2:1: entity.can_stand_alone must be true or"
                + " false",
            "lib.zip!entities/xblock.v1/html/a.toml:3:1: key 'html:a' is not that of a component;"
                + " write namespace:type:local_key",
            "lib.zip!entities/xblock.v1/html/a.toml:5:1: entity.draft is version 3, which the file"
                + " does not have",
            "lib.zip!entities/xblock.v1/html/a.toml:11:1: version 2 stands in the file twice",
            "lib.zip!entities/xblock.v1/html/a.toml:14:1: version.version_num must be 1 or more,"
                + " not 0");
  }

  @Test
  void refusesAContainerInAContainerOfTheSameType() throws IOException {
    String unit =
        """
        [entity]
        can_stand_alone = true
        key = "%s"
        [entity.container.unit]
        [[version]]
        title = "U"
        version_num = 1
        [version.container]
        children = [%s]
        """;
    Path zip =
        TestZip.of(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE,
                "entities/u.toml",
                unit.formatted("u", "\"v\", \"w\""),
                "entities/v.toml",
                unit.formatted("v", "")));

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!entities/u.toml:5:1: a unit holds components, but 'v' is a unit",
            "lib.zip!entities/u.toml:5:1: child 'w' is not in the archive");
  }

  @Test
  void refusesAttachmentsOfAVersionThatIsNotThere() throws IOException {
    Path zip =
        TestZip.of(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE,
                COMPONENT,
                "[entity]\ncan_stand_alone = true\nkey = \"xblock.v1:html:a\"\n",
                "entities/xblock.v1/html/a/component_versions/v3/block.xml",
                "<html/>"));

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!entities/xblock.v1/html/a/component_versions/v3: has files, but"
                + " entities/xblock.v1/html/a.toml has no version 3 of a component");
  }

  @Test
  void refusesTwoEntitiesWithOneKey() throws IOException {
    String entity = "[entity]\ncan_stand_alone = true\nkey = \"xblock.v1:html:a\"\n";
    Path zip =
        TestZip.of(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE,
                "entities/xblock.v1/html/a.toml",
                entity,
                "entities/xblock.v1/html/b.toml",
                entity));

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!entities/xblock.v1/html/b.toml:1:1: key 'xblock.v1:html:a' is also that of"
                + " lib.zip!entities/xblock.v1/html/a.toml");
  }
}
