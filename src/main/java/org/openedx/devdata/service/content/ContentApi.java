package org.openedx.devdata.service.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.archive.Archive;
import org.openedx.devdata.service.content.archive.ArchiveApi;
import org.openedx.devdata.service.content.dump.ContentDump;
import org.openedx.devdata.service.content.dump.DumpRequest;
import org.openedx.devdata.service.content.history.ArchivePath;
import org.openedx.devdata.service.content.history.ContentKinds;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.media.MediaException;
import org.openedx.devdata.service.content.tables.NoSuchPackageException;
import org.openedx.devdata.service.content.verify.ContentVerification;
import org.openedx.devdata.service.content.verify.Finding;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.SpecRecord;

/** Operations of commands on authored content besides running specs. Stateless. */
public final class ContentApi {

  private ContentApi() {}

  /**
   * Writes a package of a database as an archive.
   *
   * @return what was written
   * @throws NoSuchPackageException when there is no such package
   */
  public static Archive dump(ConnectionSettings settings, DumpRequest request, Path file) {
    try (MySqlDatabase database = MySqlDatabase.open(settings)) {
      DatabaseRights.requireWhole(database);
      Archive archive = new ContentDump(database, LayoutMap.standard(), request).read();
      ArchiveApi.write(archive, file);
      return archive;
    } catch (IOException e) {
      throw new MediaException("cannot write " + file, e);
    }
  }

  /**
   * Finds faults in the content of a database; reads only.
   *
   * @param mediaRoot the platform's media folder; without it files are not looked at
   */
  public static List<Finding> verify(ConnectionSettings settings, Optional<Path> mediaRoot) {
    try (MySqlDatabase database = MySqlDatabase.open(settings)) {
      DatabaseRights.requireWhole(database);
      return new ContentVerification(database, LayoutMap.standard(), mediaRoot).run();
    }
  }

  /**
   * A spec that says nothing but where a package comes from.
   *
   * @param archive an absolute path
   * @param key of the package, when it is not that of the archive
   * @param by who restores it
   * @throws SpecException when there is no such file, so that no server is asked in vain
   */
  public static ServiceSpec restoring(Path archive, Optional<String> key, Optional<String> by) {
    ServiceDescriptor descriptor = ContentKinds.descriptor();
    Kind packages = descriptor.kinds().get(0);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("archive", archive.toString());
    key.ifPresent(text -> values.put("key", text));
    by.ifPresent(text -> values.put("restored_by", text));
    String file = archive.toString();
    SpecRecord restored = record(packages, file, values);
    Problems problems = new Problems();
    ArchivePath.find(file, restored, problems);
    problems.throwIfAny();
    return new ServiceSpec(
        descriptor,
        file,
        record(descriptor.settingsKind(), file, Map.of()),
        Map.of(packages.name(), List.of(restored)));
  }

  private static SpecRecord record(Kind kind, String file, Map<String, Object> values) {
    Object[] byIndex = new Object[kind.fields().size()];
    values.forEach((name, value) -> byIndex[kind.indexOf(name)] = value);
    return SpecRecord.of(
        kind, Position.ofFile(file), 0, byIndex, new int[2 * byIndex.length], null);
  }
}
