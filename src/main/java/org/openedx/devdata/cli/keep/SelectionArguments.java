package org.openedx.devdata.cli.keep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.keep.export.Selection;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.InvalidKeyException;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.Option;

/** Options that select the rows of an export. */
final class SelectionArguments {

  @Option(
      names = "--users",
      paramLabel = "PATTERN",
      description =
          "Only these users and what is theirs: a username, * for any characters, ? for one.")
  private String users;

  @Option(
      names = "--course",
      paramLabel = "KEY",
      description = "Only this course run, and users who have anything to do with it.")
  private String course;

  @Option(
      names = "--kinds",
      paramLabel = "KIND[,KIND...]",
      split = "[+,]",
      description = "Only records of these kinds, such as users,enrollments.")
  private List<String> kinds = List.of();

  @Option(
      names = "--no-passwords",
      description = "Leaves hashes of passwords out: a load gives its default password.")
  private boolean noPasswords;

  @Option(
      names = "--no-times",
      description = "Leaves times out that a load sets to its clock, such as date_joined.")
  private boolean noTimes;

  @Option(names = "--secrets", description = "Writes secrets too, such as those of OAuth clients.")
  private boolean secrets;

  /**
   * The rows that are meant.
   *
   * @param anonymised whether people are replaced: passwords and secrets are left out then
   * @throws UsageException for a course or kinds that do not exist
   */
  Selection of(List<SqlService> services, boolean anonymised) {
    return new Selection(
        Optional.ofNullable(users),
        Optional.ofNullable(course).map(SelectionArguments::courseKey),
        kinds(services),
        !noPasswords && !anonymised,
        secrets && !anonymised,
        !noTimes);
  }

  private static String courseKey(String text) {
    try {
      return CourseKey.parse(text).withoutBranchAndVersion().text();
    } catch (InvalidKeyException e) {
      throw new UsageException("--course " + e.getMessage());
    }
  }

  private Set<String> kinds(List<SqlService> services) {
    List<Kind> all =
        services.stream()
            .flatMap(service -> service.recordKinds().stream())
            .filter(kind -> kind.inverse().isPresent())
            .map(RecordKind::kind)
            .toList();
    Set<String> names = new LinkedHashSet<>();
    for (String name : kinds) {
      names.add(
          all.stream()
              .filter(kind -> kind.name().equals(name) || kind.aliases().contains(name))
              .map(Kind::name)
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--kinds %s is no kind that is exported%s"
                              .formatted(Shown.quoted(name), hint(name, all)))));
    }
    return names;
  }

  private static String hint(String name, List<Kind> all) {
    List<String> names = all.stream().map(Kind::name).distinct().toList();
    return DidYouMean.hint(name, names, "; there are " + String.join(", ", names));
  }
}
