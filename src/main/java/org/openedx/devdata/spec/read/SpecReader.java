package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.series.RowFiles;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads the spec of one service by its descriptor. Reports everything that is wrong and goes on, so
 * the result means something only when no problem was added. Immutable; safe to share.
 */
public final class SpecReader {

  /** Keys with this prefix are free for anchors at the top of a file, as in compose files. */
  public static final String FREE_PREFIX = "x-";

  private final ServiceDescriptor descriptor;
  private final KeyHints hints;
  private final RecordReader settings;
  private final Map<String, Integer> kindByKey = new HashMap<>();
  private final List<RecordReader> kinds = new ArrayList<>();
  private final Optional<RecordLists> lists;

  /** A reader for files in which each record stands for itself. */
  public SpecReader(ServiceDescriptor descriptor, KeyParsers keys) {
    this(descriptor, keys, Optional.empty());
  }

  /**
   * A reader for files in which a record may stand for many.
   *
   * @param stream random numbers of the file
   * @param files where its rows come from
   */
  public SpecReader(
      ServiceDescriptor descriptor, KeyParsers keys, RandomStream stream, RowFiles files) {
    this(descriptor, keys, Optional.of(new RecordLists(stream, files)));
  }

  private SpecReader(ServiceDescriptor descriptor, KeyParsers keys, Optional<RecordLists> lists) {
    this.lists = lists;
    this.descriptor = descriptor;
    this.hints = new KeyHints(descriptor);
    ValueReaders readers = new ValueReaders(keys, hints);
    this.settings = readers.of(descriptor.settingsKind());
    for (Kind kind : descriptor.kinds()) {
      int index = kinds.size();
      kinds.add(readers.of(kind));
      kindByKey.put(kind.name(), index);
      kind.aliases().forEach(alias -> kindByKey.putIfAbsent(alias, index));
    }
  }

  /**
   * Reads a file's tree.
   *
   * @param file the file as the person named it
   */
  public ServiceSpec read(String file, SpecNode root, Problems problems) {
    Reading reading = new Reading(file, problems);
    MapNode top = root instanceof MapNode map ? map : notMapping(root, reading);
    MapNode written = top.only(key -> settings.kind().indexOf(key) >= 0);
    SpecRecord set = settings.read(written, 0, null, reading);
    return new ServiceSpec(descriptor, file, set, records(top, reading));
  }

  private MapNode notMapping(SpecNode root, Reading reading) {
    String keys = String.join(", ", KeyHints.topKeys(descriptor));
    reading.problem(
        root,
        "a spec of %s must be a mapping with the keys %s, not %s"
            .formatted(descriptor.ida(), keys, Reading.shown(root)));
    return MapNode.EMPTY;
  }

  private Map<String, List<SpecRecord>> records(MapNode top, Reading reading) {
    Map<Integer, Integer> entries = new TreeMap<>();
    Map<Integer, String> spelling = new HashMap<>();
    for (int entry = 0; entry < top.size(); entry++) {
      String key = top.key(entry);
      Integer index = kindByKey.get(key);
      if (index == null) {
        unknown(top, entry, reading);
        continue;
      }
      String before = spelling.putIfAbsent(index, key);
      if (before == null) {
        entries.put(index, entry);
      } else {
        reading
            .problems()
            .add(
                top.keyIn(reading.file(), entry),
                "%s and %s are two spellings of one key; put all records below %s"
                    .formatted(
                        Shown.quoted(before),
                        Shown.quoted(key),
                        Shown.quoted(kinds.get(index).kind().name())));
      }
    }
    // In the order of loading, in which a series may go through the records of kinds before it.
    Map<Kind, List<SpecRecord>> read = new LinkedHashMap<>();
    entries.forEach(
        (index, entry) -> {
          RecordReader kind = kinds.get(index);
          read.put(
              kind.kind(),
              records(Shown.quoted(top.key(entry)), kind, top.value(entry), read, reading));
        });
    Map<String, List<SpecRecord>> byName = new LinkedHashMap<>();
    read.forEach((kind, records) -> byName.put(kind.name(), records));
    return Collections.unmodifiableMap(byName);
  }

  private List<SpecRecord> records(
      String label,
      RecordReader kind,
      SpecNode value,
      Map<Kind, List<SpecRecord>> earlier,
      Reading reading) {
    return lists.isPresent() && RecordLists.concerns(value, kind.kind())
        ? lists.get().read((ListNode) value, kind, earlier, reading)
        : new RecordsReader(label, kind).read(value, reading);
  }

  private void unknown(MapNode top, int entry, Reading reading) {
    String key = top.key(entry);
    if (settings.kind().indexOf(key) < 0 && !key.startsWith(FREE_PREFIX)) {
      String hint = reading.problems().full() ? "" : hints.atTop(key);
      reading
          .problems()
          .add(top.keyIn(reading.file(), entry), "unknown key " + Shown.quoted(key) + hint);
    }
  }
}
