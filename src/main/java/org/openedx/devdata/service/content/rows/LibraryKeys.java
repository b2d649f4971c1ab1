package org.openedx.devdata.service.content.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.service.content.history.ContentKinds;
import org.openedx.devdata.service.content.history.PackageHistory;
import org.openedx.devdata.service.content.tables.ContentTables;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Keys of libraries that differ only by case or accent: packages keep them apart, and the
 * platform's tables of organisations and libraries do not. Used once.
 */
final class LibraryKeys {

  private static final Pattern KEY = Pattern.compile("lib:(?<org>[^:]+):(?<slug>[^:]+)");

  private final ContentTables tables;
  private final Lookups lookups;
  private final Map<String, String> organizations = new HashMap<>();
  private final Map<Key, String> libraries = new HashMap<>();

  LibraryKeys(ContentTables tables, Lookups lookups) {
    this.tables = tables;
    this.lookups = lookups;
  }

  /** A library's key in the form in which the tables compare it. */
  private record Key(String org, String slug) {}

  /** A package that is to be a library. */
  private record Wanted(Position position, String key, String org, String slug) {}

  /** The parts of a library's key: organisation and slug. */
  static Optional<Matcher> parts(String key) {
    return Optional.of(KEY.matcher(key)).filter(Matcher::matches);
  }

  /**
   * Adds a problem for each package whose library would be another's.
   *
   * @param earlier specs whose rows cannot be looked up yet
   */
  void check(
      Map<SpecRecord, PackageHistory> histories, List<ServiceSpec> earlier, Problems problems) {
    List<Wanted> wanted = new ArrayList<>();
    histories.forEach(
        (record, history) -> {
          if (record.bool("library").orElse(true)) {
            parts(history.key()).ifPresent(key -> wanted.add(wanted(record, history, key)));
          }
        });
    readStored(wanted);
    earlier.forEach(this::remember);
    for (Wanted one : wanted) {
      String org = organizations.computeIfAbsent(org(one.org()), any -> one.org());
      String other =
          libraries.computeIfAbsent(new Key(org(org), slug(one.slug())), any -> one.key());
      if (!other.equals(one.key())) {
        problems.add(
            one.position(),
            "library '%s' is to the platform the same as '%s', whose key differs only by case or accent; choose another key, spell it as there, or library: false"
                .formatted(one.key(), other));
      } else if (!org.equals(one.org())) {
        problems.add(
            one.position(),
            "the organisation of '%s' is spelled '%s' elsewhere, which is the same to the platform; spell it as there, or library: false"
                .formatted(one.key(), org));
      }
    }
  }

  private void remember(ServiceSpec spec) {
    for (SpecRecord record : spec.of(ContentKinds.PACKAGES)) {
      Optional<Matcher> key = record.text("key").flatMap(LibraryKeys::parts);
      if (key.isPresent() && record.bool("library").orElse(true)) {
        String org = key.get().group("org");
        organizations.putIfAbsent(org(org), org);
        libraries.putIfAbsent(new Key(org(org), slug(key.get().group("slug"))), key.get().group());
      }
    }
  }

  private static Wanted wanted(SpecRecord record, PackageHistory history, Matcher key) {
    return new Wanted(
        record.positionOf(record.has("key") ? "key" : "archive"),
        history.key(),
        key.group("org"),
        key.group("slug"));
  }

  private String org(String name) {
    return lookups.folds(tables.organizations, "short_name") ? Collation.fold(name) : name;
  }

  private String slug(String name) {
    return lookups.folds(tables.libraries, "slug") ? Collation.fold(name) : name;
  }

  private void readStored(List<Wanted> wanted) {
    Map<Object, String> names = new HashMap<>();
    for (Object[] row :
        lookups.find(
            tables.organizations,
            List.of("id", "short_name"),
            "short_name",
            wanted.stream().map(Wanted::org).distinct().toList())) {
      names.put(row[0], row[1].toString());
      organizations.put(org(row[1].toString()), row[1].toString());
    }
    Map<Object, Key> ofPackages = new HashMap<>();
    for (Object[] row :
        lookups.find(
            tables.libraries,
            List.of("org_id", "slug", "learning_package_id"),
            "slug",
            wanted.stream().map(Wanted::slug).distinct().toList())) {
      if (names.containsKey(row[0]) && row[2] != null) {
        ofPackages.put(row[2], new Key(org(names.get(row[0])), slug(row[1].toString())));
      }
    }
    for (Object[] row :
        lookups.find(tables.packages, List.of("id", "package_ref"), "id", ofPackages.keySet())) {
      libraries.put(ofPackages.get(row[0]), row[1].toString());
    }
  }
}
