package org.openedx.devdata.spec.describe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.load.SpecFormat;

/** Writes the reference of spec files as Markdown. Stateless. */
public final class ReferenceWriter {

  private static final String INTRODUCTION =
      """
      # Spec reference

      <!-- Generated from the descriptors of the services; do not edit. -->

      What a spec file may say, for each service. Every key is optional unless it is marked as
      required: what is left out gets its default from a factory.

      ## Values

      | type | how to write it |
      |---|---|
      | text | as it is: `NO`, `007` and `2026-01-01` stay texts; quote what contains `: ` or ` #` |
      | true or false | `true`, `false`, `yes`, `no`, `on`, `off`, `1`, `0` |
      | whole number, number | digits, without thousands separators or exponents |
      | time | `2026-03-29T01:30:00.123456Z`, `2026-03-29 01:30`, `2026-03-29` (UTC unless an offset \
      like `+05:30` follows), or relative to the run's clock: `now`, `today`, `now - 3d`, \
      `today + 1y6mo - 90m` with the units `y`, `mo`, `w`, `d`, `h`, `m`, `s` |
      | day | `2026-03-29` |
      | course key | `course-v1:ORG+COURSE+RUN` or the old `ORG/COURSE/RUN` |
      | any value | text, number, list or mapping; kept as JSON, with the types that YAML 1.2 sees |

      An unquoted `null`, `~` or nothing is null, which few keys allow. `${NAME}` and \
      `${NAME:-default}` in any value are replaced from the environment, `$${` is a literal `${`. \
      Anchors (`&name`), aliases (`*name`) and merges (`<<: *name`) work; top-level keys that begin \
      with `x-` are free for them. Two records of a kind with the same natural key are an error, \
      also when only case, accents or trailing blanks differ.

      The examples of a service, one below the other, are one spec. Each of the LMS works alone, too, with \
      `create_missing: true`; one that begins with a setting is a spec of its own.

      ## Top-level spec

      A list of the following items, or a mapping with `version: 1`, `services:` (that list),
      `targets:` (names of targets to services to connections) and `name:` (by which a database's
      [ledger](keeping.md#what-devdata-made) knows the spec, wherever it is loaded from).

      """;

  private final ExampleWriter examples = new ExampleWriter();

  /** The whole page. */
  public String page(Collection<ServiceDescriptor> services) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    table(page, SpecFormat.SERVICES.fields());
    page.append("A connection of a target:\n\n");
    table(page, SpecFormat.CONNECTION.fields());
    Map<List<Kind>, String> described = new HashMap<>();
    for (ServiceDescriptor service : services) {
      service(page, service, described.putIfAbsent(service.kinds(), service.ida()));
    }
    return page.toString().stripTrailing() + "\n";
  }

  /** A table of some keys, with the kinds that they nest. */
  public String keys(List<Field> fields) {
    StringBuilder page = new StringBuilder();
    table(page, fields);
    for (Field field : fields) {
      if (field.type() instanceof FieldType.MapOf map
          && map.value() instanceof FieldType.Nested nested) {
        kind(page, nested.kind(), field.name() + ".NAME", "####");
      }
    }
    return page.toString();
  }

  /**
   * @param same the service that has the same kinds and is described already, or null
   */
  private void service(StringBuilder page, ServiceDescriptor service, String same) {
    page.append("## Service `").append(service.ida()).append("`\n\n");
    page.append(service.summary()).append("\n\n");
    if (!service.settings().isEmpty()) {
      page.append("Settings, at the top of the file:\n\n");
      table(page, service.settings());
    }
    if (same != null) {
      page.append("The kinds are those of `").append(same).append("`.\n\n");
      return;
    }
    for (Kind kind : service.kinds()) {
      kind(page, kind, kind.name(), "###");
      page.append("```yaml\n").append(examples.of(kind)).append("```\n\n");
    }
  }

  private void kind(StringBuilder page, Kind kind, String path, String heading) {
    page.append(heading).append(" `").append(path).append("`\n\n");
    page.append(kind.summary());
    if (!kind.aliases().isEmpty()) {
      page.append(" Also written ").append(names(kind.aliases())).append('.');
    }
    if (!kind.identity().isEmpty()) {
      page.append(" Natural key: ").append(names(kind.identity())).append('.');
    }
    page.append("\n\n");
    table(page, kind.fields());
    for (Field field : kind.fields()) {
      if (field.type() instanceof FieldType.Records nested) {
        kind(page, nested.kind(), path + "." + field.name(), "####");
      }
    }
  }

  private static void table(StringBuilder page, List<Field> fields) {
    page.append("| key | type | default | meaning |\n|---|---|---|---|\n");
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      if (field.forbidden().isEmpty() && seen.add(field.name())) {
        row(page, field);
      }
    }
    page.append('\n');
    forbidden(page, fields);
  }

  private static void forbidden(StringBuilder page, List<Field> fields) {
    Map<String, List<String>> keysByReason = new LinkedHashMap<>();
    for (Field field : fields) {
      if (!field.forbidden().isEmpty()) {
        keysByReason.computeIfAbsent(field.forbidden(), it -> new ArrayList<>()).add(field.name());
      }
    }
    keysByReason.forEach(
        (reason, keys) ->
            page.append("Not allowed: ")
                .append(names(keys))
                .append("; ")
                .append(reason)
                .append(".\n\n"));
  }

  private static void row(StringBuilder page, Field field) {
    String key = "`" + field.name() + "`";
    if (!field.aliases().isEmpty()) {
      key += ", also " + names(field.aliases());
    }
    String type = TypeWords.of(field.type()) + (field.nullable() ? ", or null" : "");
    String otherwise = field.required() ? "**required**" : TypeWords.defaultOf(field);
    page.append(
        "| %s | %s | %s | %s |\n"
            .formatted(key, cell(type), cell(otherwise), cell(field.summary())));
  }

  private static String names(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
