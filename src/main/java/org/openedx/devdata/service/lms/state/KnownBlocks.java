package org.openedx.devdata.service.lms.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.spec.SpecRecord;

/**
 * The blocks that records of learner state name, each key read once: records of one block are many.
 * Remembers the last ones. Not thread-safe.
 */
public final class KnownBlocks {

  private static final int REMEMBERED = 10_000;

  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * A block.
   *
   * @param id what the ids of its inputs begin with
   * @param place its columns
   */
  public record Known(String id, BlockPlace place) {}

  /**
   * The block of a record; see {@link StateBlock#of}.
   *
   * @throws IllegalArgumentException when the record contradicts itself or does not say enough
   */
  Known of(SpecRecord record) {
    String words = record.text("block").orElse("") + "\0" + record.text("course_id").orElse("");
    Known block = known.get(words);
    if (block == null) {
      UsageKey key = StateBlock.of(record);
      block = new Known(key.htmlId(), BlockPlace.of(key));
      known.put(words, block);
    }
    return block;
  }
}
