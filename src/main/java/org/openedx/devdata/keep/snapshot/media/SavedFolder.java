package org.openedx.devdata.keep.snapshot.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Details of a saved folder.
 *
 * @param files its files and links, in the order of the packs and in those of their content
 */
public record SavedFolder(List<SavedFile> files) {

  /** Its files by path. */
  public Map<String, SavedFile> byPath() {
    Map<String, SavedFile> byPath = new LinkedHashMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    return byPath;
  }

  /** Name of the file that holds the content of a pack. */
  static String pack(int number) {
    return "%04d.pack.zst".formatted(number);
  }
}
