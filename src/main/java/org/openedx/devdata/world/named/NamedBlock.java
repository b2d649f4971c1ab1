package org.openedx.devdata.world.named;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.world.BlockType;

/**
 * A block that a person has named.
 *
 * @param id what follows {@code block@}; empty for one that follows from the names
 * @param graded of a sequential: whether it and all in it count for the grade
 * @param tags values of its tags
 * @param children in order
 */
public record NamedBlock(
    BlockType type,
    String title,
    Optional<String> id,
    boolean graded,
    List<String> tags,
    List<NamedBlock> children) {

  public NamedBlock {
    tags = List.copyOf(tags);
    children = List.copyOf(children);
  }
}
