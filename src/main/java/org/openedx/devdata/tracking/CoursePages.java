package org.openedx.devdata.tracking;

import java.util.EnumMap;
import java.util.Map;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;

/**
 * Keys and addresses of a course run as they stand in JSON, each made when it is first asked for.
 * Mutable (it remembers), not thread-safe.
 */
final class CoursePages {

  private static final String UNIT =
      "?show_title=0&show_bookmark_button=0&recheck_access=1&view=student_view";

  private final CourseShape shape;
  private final String lmsUrl;
  private final String key;
  private final String org;
  private final Map<BlockType, String[]> usages = new EnumMap<>(BlockType.class);
  private final Map<BlockType, String[]> ids = new EnumMap<>(BlockType.class);

  /** The unit of each block. */
  private final Map<BlockType, int[]> units = new EnumMap<>(BlockType.class);

  CoursePages(CourseShape shape, String lmsUrl) {
    this.shape = shape;
    this.lmsUrl = JsonText.escape(lmsUrl);
    this.key = JsonText.escape(shape.run().key());
    this.org = JsonText.escape(shape.run().courseKey().org());
    Outline outline = shape.run().outline();
    for (BlockType type : BlockType.values()) {
      int count = type == BlockType.COURSE ? 0 : outline.count(type);
      usages.put(type, new String[count]);
      ids.put(type, new String[count]);
      units.put(type, new int[count]);
    }
    for (int unit = 0; unit < shape.units(); unit++) {
      for (int item = shape.firstItem(unit); item < shape.firstItem(unit + 1); item++) {
        units.get(shape.type(item))[shape.block(item)] = unit;
      }
    }
  }

  CourseShape shape() {
    return shape;
  }

  /** The course key. */
  String key() {
    return key;
  }

  String org() {
    return org;
  }

  String lmsUrl() {
    return lmsUrl;
  }

  /** The bare id of a block. */
  String id(BlockType type, int block) {
    String[] known = ids.get(type);
    if (known[block] == null) {
      known[block] = JsonText.escape(shape.run().outline().id(type, block));
    }
    return known[block];
  }

  String usage(BlockType type, int block) {
    String[] known = usages.get(type);
    if (known[block] == null) {
      known[block] = JsonText.escape(shape.run().usageKey(type, block));
    }
    return known[block];
  }

  /** The display name of a block. */
  String title(BlockType type, int block) {
    return JsonText.escape(shape.run().outline().title(type, block));
  }

  /** The page of the unit that a block is in. */
  String unitOf(BlockType type, int block) {
    return lmsUrl + "/xblock/" + usage(BlockType.VERTICAL, units.get(type)[block]) + UNIT;
  }

  /** A page below that of the course. */
  String page(String rest) {
    return lmsUrl + "/courses/" + key + rest;
  }

  /** The page of a sequential. */
  String sequence(int sequential) {
    String chapter = id(BlockType.CHAPTER, shape.chapterOf(sequential));
    return page("/courseware/" + chapter + "/" + id(BlockType.SEQUENTIAL, sequential) + "/");
  }

  /** The address by which a sequential is linked. */
  String jump(int sequential) {
    return page("/jump_to/" + usage(BlockType.SEQUENTIAL, sequential));
  }

  /** The path by which a block is asked to do something. */
  String handler(BlockType type, int block, String handler) {
    return "/courses/" + key + "/xblock/" + usage(type, block) + "/handler/" + handler;
  }
}
