package org.openedx.devdata.keep.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Description of a part of a snapshot in its manifest.
 *
 * @param kind kind of store, such as {@code mysql}; it says who understands the details
 * @param name unique within the snapshot; the folder of the part's files
 * @param services idas of the services whose data it is
 * @param source address that it was saved from, without password
 * @param server version of the server, or empty
 * @param consistency how far its rows are of one moment, as a sentence
 * @param items its tables or other portions
 * @param leftOut names of what the store has and the snapshot has not, by kind in the plural
 * @param details what restoring needs besides, in a form of the kind's own
 */
public record SavedPart(
    String kind,
    String name,
    List<String> services,
    String source,
    String server,
    String consistency,
    List<SavedItem> items,
    Map<String, List<String>> leftOut,
    JsonNode details) {

  /** The same with a remark on how far its rows are of one moment. */
  public SavedPart withRemark(String remark) {
    return new SavedPart(
        kind, name, services, source, server, consistency + "; " + remark, items, leftOut, details);
  }

  /** Number of rows. */
  public long rows() {
    return items.stream().mapToLong(SavedItem::rows).sum();
  }

  /** Packed bytes. */
  public long bytes() {
    return items.stream().mapToLong(SavedItem::bytes).sum();
  }
}
