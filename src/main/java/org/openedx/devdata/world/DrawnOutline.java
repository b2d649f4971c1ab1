package org.openedx.devdata.world;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Hex;

/** An outline that a key chooses: ids of blocks follow from it, and tags are drawn. */
public interface DrawnOutline extends Outline {

  @Override
  default long blockKey(BlockType type, int index) {
    return Draw.of(Draw.of(key(), type.ordinal()), index);
  }

  /** 32 hexadecimal digits. */
  @Override
  default String id(BlockType type, int index) {
    return Hex.id(blockKey(type, index), 32);
  }

  @Override
  default JsonText idText(BlockType type, int index) {
    return null;
  }

  @Override
  default List<String> tags(BlockType type, int index) {
    return null;
  }
}
