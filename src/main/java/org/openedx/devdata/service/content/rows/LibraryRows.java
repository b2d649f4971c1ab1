package org.openedx.devdata.service.content.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.service.content.history.PackageHistory;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** The platform's library around a learning package, where its tables are there. */
public final class LibraryRows {

  private static final Map<String, String> LEVELS =
      Map.of("admins", "admin", "authors", "author", "readers", "read");

  private static final int LONGEST_SLUG = 50;

  private final ContentRows rows;
  private final Lookups lookups;

  LibraryRows(ContentRows rows, Lookups lookups) {
    this.rows = rows;
    this.lookups = lookups;
  }

  /** Returns whether a key is that of a library. */
  public static boolean isLibrary(String key) {
    return LibraryKeys.parts(key).isPresent();
  }

  /** Adds what keeps the platform from having this library. */
  static void check(SpecRecord record, PackageHistory history, Problems problems) {
    Optional<Matcher> key = LibraryKeys.parts(history.key());
    if (key.isEmpty() || !record.bool("library").orElse(true)) {
      return;
    }
    String slug = key.get().group("slug");
    if (slug.codePointCount(0, slug.length()) > LONGEST_SLUG) {
      problems.add(
          record.positionOf(record.has("key") ? "key" : "archive"),
          "package '"
              + history.key()
              + "' cannot be a library of the platform, whose slugs have up to "
              + LONGEST_SLUG
              + " characters; choose a shorter key, or library: false");
    }
  }

  void add(SpecRecord record, PackageHistory history, Row learningPackage) {
    Optional<Matcher> key = LibraryKeys.parts(history.key());
    boolean there = lookups.has(rows.tables.libraries) && lookups.has(rows.tables.organizations);
    if (!there || key.isEmpty() || !record.bool("library").orElse(true)) {
      return;
    }
    Origin origin = history.created().origin();
    String org = key.get().group("org");
    Row organization = rows.imply(rows.tables.organizations, origin, org).fill("name", org);
    Row library =
        rows.derive(rows.tables.libraries, origin)
            .set("org_id", organization)
            .set("slug", key.get().group("slug"))
            .set("learning_package_id", learningPackage);
    optional(record, library, "allow_public_learning");
    optional(record, library, "allow_public_read");
    record
        .text("license")
        .ifPresentOrElse(text -> library.set("license", text), () -> library.fill("license", ""));
    for (String field : List.of("admins", "authors", "readers")) {
      for (String user : record.texts(field)) {
        rows.derive(rows.tables.permissions, origin)
            .set("library_id", library)
            .set("user_id", Reference.to(rows.tables.users, user))
            .set("access_level", LEVELS.get(field));
      }
    }
  }

  private static void optional(SpecRecord record, Row library, String column) {
    Optional<Boolean> value = record.bool(column);
    if (value.isPresent()) {
      library.set(column, value.get());
    } else {
      library.fill(column, false);
    }
  }
}
