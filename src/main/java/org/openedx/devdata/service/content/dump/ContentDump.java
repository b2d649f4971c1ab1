package org.openedx.devdata.service.content.dump;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.archive.Archive;
import org.openedx.devdata.service.content.archive.ArchiveMeta;
import org.openedx.devdata.service.content.archive.ArchivedChild;
import org.openedx.devdata.service.content.archive.ArchivedCollection;
import org.openedx.devdata.service.content.archive.ArchivedEntity;
import org.openedx.devdata.service.content.archive.ArchivedFile;
import org.openedx.devdata.service.content.archive.ArchivedPackage;
import org.openedx.devdata.service.content.archive.ArchivedVersion;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.LayoutDetector;
import org.openedx.devdata.service.content.media.ByteSource;
import org.openedx.devdata.service.content.rows.MediaFolder;
import org.openedx.devdata.service.content.tables.ContentSql;
import org.openedx.devdata.service.content.tables.NoSuchPackageException;
import org.openedx.devdata.spec.Position;

/**
 * Reads a package of a database, whatever its layout, as an archive: one query for each type of
 * thing. Used once; not thread-safe.
 */
public final class ContentDump {

  private final ContentSql sql;
  private final MySqlDatabase database;
  private final DumpRequest request;
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Found> versions = new HashMap<>();
  private final Map<String, List<ArchivedFile>> files = new HashMap<>();
  private final Map<String, List<String[]>> children = new HashMap<>();

  /** A version as it stands in the database. */
  private record Found(String id, String entity, int number, String title, Instant created) {}

  public ContentDump(MySqlDatabase database, LayoutMap map, DumpRequest request) {
    this.database = database;
    this.request = request;
    this.sql = new ContentSql(database, map, new LayoutDetector(map).detect(database.schema()));
  }

  /**
   * Reads.
   *
   * @throws DatabaseException when there is no such package, or files of it are missing
   */
  public Archive read() {
    List<String[]> found =
        sql.rows(
            "SELECT id, uuid, title, description, "
                + ContentSql.moment("created")
                + ", "
                + ContentSql.moment("updated")
                + " FROM {learningpackage} WHERE {learningpackage.package_ref} = ?",
            6,
            request.key());
    if (found.isEmpty()) {
      throw new NoSuchPackageException(request.key(), packages());
    }
    String[] row = found.get(0);
    ArchivedPackage learningPackage =
        new ArchivedPackage(
            request.key(), row[2], row[3], ContentSql.instant(row[4]), ContentSql.instant(row[5]));
    readVersions(row[0]);
    readFiles(row[0], row[1]);
    return new Archive(meta(), learningPackage, entities(row[0]), collections(row[0]), List.of());
  }

  private List<String> packages() {
    return sql
        .rows("SELECT {learningpackage.package_ref} FROM {learningpackage} ORDER BY 1", 1)
        .stream()
        .map(row -> row[0])
        .toList();
  }

  private ArchiveMeta meta() {
    String email = "";
    if (request.by().isPresent()) {
      boolean known = database.schema().table("auth_user").columns().containsKey("email");
      List<String[]> users =
          sql.rows(
              "SELECT " + (known ? "email" : "''") + " FROM auth_user WHERE username = ?",
              1,
              request.by().get());
      if (users.isEmpty()) {
        throw new DatabaseException(
            "there is no user '" + request.by().get() + "'; name one that is there");
      }
      email = users.get(0)[0];
    }
    return new ArchiveMeta(request.by().orElse(""), email, request.at(), request.origin());
  }

  private void readVersions(String learningPackage) {
    for (String[] row :
        sql.rows(
            "SELECT v.id, v.entity_id, v.version_num, v.title, "
                + ContentSql.moment("v.created")
                + " FROM {publishableentityversion} v JOIN {publishableentity} e ON e.id ="
                + " v.entity_id WHERE e.learning_package_id = ?",
            5,
            learningPackage)) {
      versions.put(
          row[0],
          new Found(row[0], row[1], Integer.parseInt(row[2]), row[3], ContentSql.instant(row[4])));
    }
    for (String[] row :
        sql.rows(
            "SELECT c.publishable_entity_version_id, r.entity_id, r.entity_version_id FROM"
                + " {containerversion} c JOIN {publishableentity} e ON e.id = c.container_id JOIN"
                + " {entitylistrow} r ON r.entity_list_id = c.entity_list_id WHERE"
                + " e.learning_package_id = ? ORDER BY r.entity_list_id, r.order_num",
            3,
            learningPackage)) {
      children.computeIfAbsent(row[0], any -> new ArrayList<>()).add(row);
    }
  }

  /** Attachments of versions that are draft, published or held by a container. */
  private void readFiles(String learningPackage, String uuid) {
    List<String> missing = new ArrayList<>();
    for (String[] row :
        sql.rows(
            "SELECT a.component_version_id, {a:componentversionmedia.path}, m.has_file, m.text,"
                + " m.hash_digest FROM {componentversionmedia} a JOIN {media} m ON m.id ="
                + " {a:componentversionmedia.media_id} LEFT JOIN {draft} d ON d.version_id ="
                + " a.component_version_id LEFT JOIN {published} p ON p.version_id ="
                + " a.component_version_id WHERE m.learning_package_id = ? AND (d.entity_id IS NOT"
                + " NULL OR p.entity_id IS NOT NULL OR a.component_version_id IN (SELECT"
                + " entity_version_id FROM {entitylistrow} WHERE entity_version_id IS NOT NULL))"
                + " ORDER BY a.component_version_id, 2",
            5,
            learningPackage)) {
      boolean file = !row[2].equals("0");
      String text = row[3];
      if (file || text != null && !text.isEmpty()) {
        ByteSource bytes = file ? file(uuid, row[4], missing) : ByteSource.of(text);
        files
            .computeIfAbsent(row[0], any -> new ArrayList<>())
            .add(new ArchivedFile(row[1], bytes));
      }
    }
    if (!missing.isEmpty()) {
      throw new DatabaseException(
          request.mediaRoot().isEmpty()
              ? "the package has "
                  + missing.size()
                  + " files beside the database; name the platform's media folder with"
                  + " --media-root DIR"
              : "the media folder lacks "
                  + missing.size()
                  + " of the package's files, such as "
                  + missing.get(0));
    }
  }

  private ByteSource file(String uuid, String digest, List<String> missing) {
    Path root = request.mediaRoot().orElse(Path.of(""));
    Path file = new MediaFolder(root, uuid).of(digest);
    if (request.mediaRoot().isEmpty() || !Files.isRegularFile(file)) {
      missing.add(file.toString());
    }
    return ByteSource.of(file);
  }

  private List<ArchivedEntity> entities(String learningPackage) {
    List<String[]> rows =
        sql.rows(
            "SELECT e.id, {e:publishableentity.entity_ref}, e.can_stand_alone, "
                + ContentSql.moment("e.created")
                + ", d.version_id, p.version_id, u.container_id, s.container_id, t.container_id"
                + " FROM {publishableentity} e LEFT JOIN {draft} d ON d.entity_id = e.id LEFT JOIN"
                + " {published} p ON p.entity_id = e.id LEFT JOIN {unit} u ON u.container_id ="
                + " e.id LEFT JOIN {subsection} s ON s.container_id = e.id LEFT JOIN {section} t"
                + " ON t.container_id = e.id WHERE e.learning_package_id = ? ORDER BY 2",
            9,
            learningPackage);
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (String[] row : rows) {
      keys.put(row[0], row[1]);
      Set<String> own = wanted.computeIfAbsent(row[0], any -> new LinkedHashSet<>());
      for (String version : new String[] {row[4], row[5]}) {
        if (version != null && own.add(version)) {
          open.add(version);
        }
      }
    }
    // What is held at a version comes along, and what that holds in turn.
    while (!open.isEmpty()) {
      for (String[] child : children.getOrDefault(open.remove(), List.of())) {
        if (child[2] != null && wanted.get(child[1]).add(child[2])) {
          open.add(child[2]);
        }
      }
    }
    return rows.stream().map(row -> entity(row, wanted.get(row[0]))).toList();
  }

  private ArchivedEntity entity(String[] row, Set<String> wanted) {
    Optional<ContainerType> container =
        row[6] != null
            ? Optional.of(ContainerType.UNIT)
            : row[7] != null
                ? Optional.of(ContainerType.SUBSECTION)
                : row[8] != null ? Optional.of(ContainerType.SECTION) : Optional.empty();
    Position nowhere = Position.ofFile(row[1]);
    return new ArchivedEntity(
        row[1],
        container,
        !row[2].equals("0"),
        ContentSql.instant(row[3]),
        number(row[4]),
        number(row[5]),
        wanted.stream().map(id -> version(versions.get(id), nowhere)).toList(),
        nowhere);
  }

  private OptionalInt number(String version) {
    return version == null ? OptionalInt.empty() : OptionalInt.of(versions.get(version).number());
  }

  private ArchivedVersion version(Found found, Position place) {
    return new ArchivedVersion(
        found.number(),
        found.title(),
        Optional.of(found.created()),
        children.getOrDefault(found.id(), List.of()).stream()
            .map(child -> new ArchivedChild(keys.get(child[1]), number(child[2])))
            .toList(),
        files.getOrDefault(found.id(), List.of()),
        place);
  }

  private List<ArchivedCollection> collections(String learningPackage) {
    Map<String, List<String>> members = new HashMap<>();
    for (String[] row :
        sql.rows(
            "SELECT m.collection_id, {e:publishableentity.entity_ref} FROM"
                + " {collectionpublishableentity} m JOIN {publishableentity} e ON e.id ="
                + " m.entity_id WHERE e.learning_package_id = ? ORDER BY 2",
            2,
            learningPackage)) {
      members.computeIfAbsent(row[0], any -> new ArrayList<>()).add(row[1]);
    }
    return sql
        .rows(
            "SELECT id, {collection.collection_code}, title, description, "
                + ContentSql.moment("created")
                + ", "
                + ContentSql.moment("modified")
                + " FROM {collection} WHERE learning_package_id = ? AND enabled = 1",
            6,
            learningPackage)
        .stream()
        .map(
            row ->
                new ArchivedCollection(
                    row[1],
                    row[2],
                    row[3],
                    ContentSql.instant(row[4]),
                    Optional.of(ContentSql.instant(row[5])),
                    members.getOrDefault(row[0], List.of()),
                    Position.ofFile(row[1])))
        .sorted(Comparator.comparing(ArchivedCollection::key))
        .toList();
  }
}
