package org.openedx.devdata.service.content.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.service.content.archive.toml.Utf8;
import org.openedx.devdata.service.content.archive.zip.ZipEntries;
import org.openedx.devdata.service.content.media.ByteSource;
import org.openedx.devdata.service.content.media.MediaApi;
import org.openedx.devdata.spec.Problems;

/**
 * The attachments of an archive by the TOML file beside their folder, whatever the component's key
 * is; upstream's first loader went by names and lost those that differ. Not thread-safe.
 */
final class Attachments {

  private final ZipEntries entries;
  private final Problems problems;
  private final Map<String, Map<String, List<ArchivedFile>>> files = new LinkedHashMap<>();

  Attachments(ZipEntries entries, Problems problems) {
    this.entries = entries;
    this.problems = problems;
  }

  /**
   * @param entity path of the TOML file without its ending
   * @param version its digits
   * @param path below the version's folder
   * @param name of the entry
   */
  void add(String entity, String version, String path, String name) {
    byte[] bytes = entries.files().get(name);
    if (path.codePointCount(0, path.length()) > MediaApi.LONGEST_PATH) {
      problems.add(
          entries.at(name), "path is longer than " + MediaApi.LONGEST_PATH + " characters");
    }
    if (path.equals(MediaApi.OLX)) {
      checkText(bytes, name);
    }
    files
        .computeIfAbsent(entity, any -> new LinkedHashMap<>())
        .computeIfAbsent(version, any -> new ArrayList<>())
        .add(new ArchivedFile(path, ByteSource.of(bytes)));
  }

  private void checkText(byte[] bytes, String name) {
    String text = Utf8.decode(bytes).orElse(null);
    if (text == null) {
      problems.add(entries.at(name), "is not UTF-8; save it in that encoding");
    } else if (text.codePointCount(0, text.length()) > MediaApi.LONGEST_TEXT) {
      problems.add(
          entries.at(name),
          "is longer than the " + MediaApi.LONGEST_TEXT + " characters of a text");
    }
  }

  /** Takes the attachments of a version. */
  List<ArchivedFile> take(String entity, int version) {
    Map<String, List<ArchivedFile>> versions = files.get(entity);
    List<ArchivedFile> taken = versions == null ? null : versions.remove(Integer.toString(version));
    return taken == null ? List.of() : taken;
  }

  /** Reports attachments that no version took. */
  void reportOrphans() {
    files.forEach(
        (entity, versions) ->
            versions
                .keySet()
                .forEach(
                    version ->
                        problems.add(
                            entries.at(entity + "/component_versions/v" + version),
                            "has files, but "
                                + entity
                                + ".toml has no version "
                                + version
                                + " of a component")));
  }
}
