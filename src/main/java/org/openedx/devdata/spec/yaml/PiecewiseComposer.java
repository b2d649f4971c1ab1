package org.openedx.devdata.spec.yaml;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.spec.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Reads the pieces of a long file on several threads and joins their trees. Whatever is uncommon in
 * a file - a problem, an alias, pieces that do not fit together - makes it give up, and the file is
 * read in one go; so what it gives is what that would give. Immutable.
 */
final class PiecewiseComposer {

  /** Characters for which a piece is worth the trouble. */
  private static final int PIECE = 256 << 10;

  private final YamlLimits limits;
  private final Interpolation interpolation;

  PiecewiseComposer(YamlLimits limits, Interpolation interpolation) {
    this.limits = limits;
    this.interpolation = interpolation;
  }

  /** The root of a file; null when it has to be read in one go. */
  SpecNode composeOrNull(String file, String text) {
    return composeOrNull(file, text, PIECE);
  }

  SpecNode composeOrNull(String file, String text, int size) {
    List<TextPieces.Piece> pieces = TextPieces.cut(text, size);
    if (pieces.isEmpty()) {
      return null;
    }
    List<SpecNode> roots =
        pieces.parallelStream().map(piece -> rootOrNull(file, text, piece)).toList();
    return roots.contains(null) ? null : joinOrNull(pieces, roots);
  }

  private SpecNode rootOrNull(String file, String text, TextPieces.Piece piece) {
    Problems problems = new Problems();
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // of a file that is not too large as a whole
    try {
      NodeComposer composer =
          new NodeComposer(
              new ParserImpl(new TextStream(text, piece), options),
              limits,
              interpolation,
              new Faults(file, problems));
      SpecNode root = composer.compose(piece.continues() ? 1 : 0);
      return problems.isEmpty() && !composer.hasAliases() ? root : null;
    } catch (YAMLException | YamlFault e) {
      return null; // Read in one go, the file shows what is wrong, and where.
    }
  }

  private static SpecNode joinOrNull(List<TextPieces.Piece> pieces, List<SpecNode> roots) {
    if (!(roots.get(0) instanceof MapNode first)) {
      return null;
    }
    MapBuilder whole = new MapBuilder(first.line(), first.column());
    MapNode open = first;
    List<SpecNode> further = new ArrayList<>();
    for (int piece = 1; piece < roots.size(); piece++) {
      if (!pieces.get(piece).continues()) {
        if (!(roots.get(piece) instanceof MapNode next) || !add(whole, open, further)) {
          return null;
        }
        open = next;
        further = new ArrayList<>();
      } else if (roots.get(piece) instanceof ListNode items && fits(open, items)) {
        further.addAll(items.items());
      } else {
        return null;
      }
    }
    return add(whole, open, further) ? whole.build() : null;
  }

  /** Returns whether the items go on with the list that is the last value of a mapping. */
  private static boolean fits(MapNode open, ListNode items) {
    return open.size() > 0
        && open.value(open.size() - 1) instanceof ListNode last
        && last.column() == items.column();
  }

  /** Adds the entries of a piece, with further items of its last list; false if a key is twice. */
  private static boolean add(MapBuilder whole, MapNode piece, List<SpecNode> further) {
    for (int entry = 0; entry < piece.size(); entry++) {
      if (whole.lineOf(piece.key(entry)) > 0) {
        return false;
      }
      SpecNode value = piece.value(entry);
      if (entry == piece.size() - 1 && !further.isEmpty()) {
        value = ((ListNode) value).with(further);
      }
      whole.add(piece.key(entry), piece.keyLine(entry), piece.keyColumn(entry), value);
    }
    return true;
  }
}
