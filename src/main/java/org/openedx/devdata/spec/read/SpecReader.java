package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
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

  public SpecReader(ServiceDescriptor descriptor, KeyParsers keys) {
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
    Map<Integer, List<SpecRecord>> found = new TreeMap<>();
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
        RecordsReader records = new RecordsReader(Shown.quoted(key), kinds.get(index));
        found.put(index, records.read(top.value(entry), reading));
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
    Map<String, List<SpecRecord>> inOrder = new LinkedHashMap<>();
    found.forEach((index, records) -> inOrder.put(kinds.get(index).kind().name(), records));
    return Collections.unmodifiableMap(inOrder);
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
