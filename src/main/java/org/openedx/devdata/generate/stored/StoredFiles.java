package org.openedx.devdata.generate.stored;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.generate.config.StoredForm;
import org.openedx.devdata.sink.file.ReadableStore;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * The files that runs have put into a folder or an object store, and what their manifests say of
 * them.
 *
 * @param files names by table, in the order of tables and files
 * @param rows rows by table, for tables that every manifest counts; empty without manifests
 */
public record StoredFiles(Map<DumpTable, List<String>> files, Map<DumpTable, Long> rows) {

  /**
   * Without a look at the store: one file for each table, as the peer writes them; of a lake, all
   * that ClickHouse finds.
   */
  static StoredFiles whole(StoredForm form, Slice slice) {
    Map<DumpTable, List<String>> files = new EnumMap<>(DumpTable.class);
    for (DumpTable table : DumpTable.values()) {
      String name = form.lake() ? lakeName(table) + "_*" : table.fileName();
      files.put(table, List.of(name + slice.mark() + form.ending()));
    }
    return new StoredFiles(files, Map.of());
  }

  /**
   * Looks what is there.
   *
   * @param form what the files are
   * @param slice the slice whose files are meant; all when it is the whole
   * @throws IOException when there are no statements, or both those of the whole and of slices, or
   *     slices that are not all of one whole, or a run has not ended
   */
  static StoredFiles of(ReadableStore store, StoredForm form, Slice slice) throws IOException {
    SortedMap<String, Long> sizes = store.sizes();
    List<String> names = List.copyOf(sizes.keySet());
    Map<DumpTable, List<String>> files = new EnumMap<>(DumpTable.class);
    for (DumpTable table : DumpTable.values()) {
      files.put(table, files(names, table, form, slice, store.description()));
    }
    if (files.get(DumpTable.XAPI).isEmpty()) {
      throw new IOException(
          "there is no %s%s%s in %s; write it first, or correct compression"
              .formatted(
                  DumpTable.XAPI.fileName(),
                  form.lake() ? "_YEAR_NUMBER" : "",
                  form.ending(),
                  store.description()));
    }
    StoredManifests manifests = StoredManifests.of(store, names, slice);
    sizes.keySet().retainAll(files.values().stream().flatMap(List::stream).toList());
    manifests.checkFiles(sizes);
    return new StoredFiles(files, manifests.rows());
  }

  /** The sizes of all files, by name, that have names as a run of a configuration gives them. */
  public static SortedMap<String, Long> sizes(ReadableStore store, GenerationConfig config)
      throws IOException {
    StoredForm form = config.backend().stored(config).orElseThrow();
    SortedMap<String, Long> sizes = store.sizes();
    sizes
        .keySet()
        .removeIf(
            name ->
                Stream.of(DumpTable.values())
                    .map(table -> pattern(table, form).matcher(name))
                    .noneMatch(
                        parts ->
                            parts.matches()
                                && Slice.marked(parts.group(1))
                                    .filter(config.output().slice()::equals)
                                    .isPresent()));
    return sizes;
  }

  private static Pattern pattern(DumpTable table, StoredForm form) {
    return Pattern.compile(names(table, form.lake()) + Pattern.quote(form.ending()));
  }

  private static List<String> files(
      List<String> names, DumpTable table, StoredForm form, Slice slice, String place)
      throws IOException {
    Pattern name = pattern(table, form);
    List<String> files = new ArrayList<>();
    TreeSet<String> cuts = new TreeSet<>();
    for (String found : names) {
      Matcher parts = name.matcher(found);
      Optional<Slice> of = parts.matches() ? Slice.marked(parts.group(1)) : Optional.empty();
      if (of.filter(slice::includes).isPresent()) {
        files.add(found);
        cuts.add(of.get().parts() + (parts.group(2) == null ? "" : " by rows"));
      }
    }
    if (cuts.size() > 1) {
      throw new IOException(
          "%s has files of %s that were cut in different ways, such as %s and %s; remove those that are not meant, or give slice"
              .formatted(place, table.tableName(), files.get(0), files.get(files.size() - 1)));
    }
    return List.copyOf(files);
  }

  /** Pattern that names begin with: the slice is the first group, the cut by rows the second. */
  private static String names(DumpTable table, boolean lake) {
    if (!lake) {
      return Pattern.quote(table.fileName()) + "(|-\\d+of\\d+)(-\\d{5})?";
    }
    return lakeName(table)
        + (table.holdsStatements() ? "_\\d{4}" : "")
        + "_\\d{5,}(|-\\d+of\\d+)()";
  }

  private static String lakeName(DumpTable table) {
    return table.holdsStatements() ? table.fileName() : table.tableName();
  }
}
