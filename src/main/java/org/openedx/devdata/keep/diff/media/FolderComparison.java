package org.openedx.devdata.keep.diff.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.openedx.devdata.keep.diff.Change;
import org.openedx.devdata.keep.diff.ColumnChange;
import org.openedx.devdata.keep.diff.RowChange;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.TableDiff;
import org.openedx.devdata.keep.snapshot.media.ContentSum;
import org.openedx.devdata.keep.snapshot.media.FolderScan;
import org.openedx.devdata.keep.snapshot.media.SavedFile;
import org.openedx.devdata.keep.snapshot.media.SavedFolder;

/**
 * Comparison of two states of a folder, file by file.
 *
 * @param items which files to look at
 * @param limit maximum number of files that are shown
 * @param done receives numbers of files as they are compared
 */
public record FolderComparison(Predicate<String> items, int limit, LongConsumer done) {

  /** Heading of the differences. */
  private static final String FILES = "files";

  /** Compares what was saved with what is there; content is read where the size is the same. */
  public StoreDiff compare(SavedFolder before, Path folder) throws IOException {
    Map<String, SavedFile> old = before.byPath();
    Map<String, SavedFile> now = new TreeMap<>();
    for (Map.Entry<String, BasicFileAttributes> one : FolderScan.of(folder).files().entrySet()) {
      if (items.test(one.getKey())) {
        now.put(
            one.getKey(),
            live(
                folder.resolve(one.getKey()), one.getKey(), one.getValue(), old.get(one.getKey())));
        done.accept(1);
      }
    }
    return compare(old, now);
  }

  /** Compares two saved states. */
  public StoreDiff compare(SavedFolder before, SavedFolder after) {
    return compare(before.byPath(), after.byPath());
  }

  private static SavedFile live(
      Path file, String path, BasicFileAttributes attributes, SavedFile saved) throws IOException {
    if (attributes.isSymbolicLink()) {
      return new SavedFile(path, 0, "", Files.readSymbolicLink(file).toString(), 0);
    }
    boolean sameSize = saved != null && saved.size() == attributes.size() && !saved.isLink();
    return new SavedFile(path, attributes.size(), sameSize ? ContentSum.of(file) : null, "", 0);
  }

  private StoreDiff compare(Map<String, SavedFile> before, Map<String, SavedFile> after) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    paths.removeIf(path -> !items.test(path));
    long[] counts = new long[Change.values().length];
    List<RowChange> shown = new ArrayList<>();
    for (String path : paths) {
      List<ColumnChange> columns = columns(before.get(path), after.get(path));
      if (!columns.isEmpty()) {
        Change change =
            !before.containsKey(path)
                ? Change.ADDED
                : !after.containsKey(path) ? Change.REMOVED : Change.CHANGED;
        counts[change.ordinal()]++;
        if (shown.size() < limit) {
          shown.add(new RowChange(change, List.of(path), columns));
        }
      }
    }
    long all = counts[0] + counts[1] + counts[2];
    TableDiff table =
        new TableDiff(
            FILES,
            counts[Change.ADDED.ordinal()],
            counts[Change.REMOVED.ordinal()],
            counts[Change.CHANGED.ordinal()],
            shown);
    return new StoreDiff(
        List.of(), (int) (paths.size() - all), all == 0 ? List.of() : List.of(table));
  }

  /** Properties that differ; of a file on one side only all of them. */
  private static List<ColumnChange> columns(SavedFile before, SavedFile after) {
    List<ColumnChange> columns = new ArrayList<>();
    add("size", size(before), size(after), columns);
    add("link", link(before), link(after), columns);
    if (before != null && after != null && columns.isEmpty()) {
      add("checksum", before.checksum(), after.checksum(), columns);
    }
    return columns;
  }

  private static String size(SavedFile file) {
    return file == null || file.isLink() ? null : Long.toString(file.size());
  }

  private static String link(SavedFile file) {
    return file == null || !file.isLink() ? null : file.link();
  }

  private static void add(String name, String before, String after, List<ColumnChange> columns) {
    if (before == null ? after != null : !before.equals(after)) {
      columns.add(new ColumnChange(name, before, after));
    }
  }
}
