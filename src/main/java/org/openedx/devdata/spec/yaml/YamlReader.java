package org.openedx.devdata.spec.yaml;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Reads YAML files to node trees. Immutable; safe to share if the environment is.
 *
 * <p>SnakeYAML's parser gives the events; its constructors, resolvers and limits are not used, so
 * no tag can make an object and a text stays as written.
 */
public final class YamlReader {

  private final YamlLimits limits;
  private final Interpolation interpolation;

  /**
   * @param environment value of an environment variable by name, null when it is not set
   */
  public YamlReader(YamlLimits limits, UnaryOperator<String> environment) {
    this.limits = limits;
    this.interpolation = new Interpolation(environment);
  }

  public YamlLimits limits() {
    return limits;
  }

  /**
   * Reads a file's bytes.
   *
   * @param file the file as the person named it, for positions
   * @return the root; empty when the file holds nothing or cannot be read as YAML, which is then a
   *     problem
   */
  public Optional<SpecNode> read(String file, byte[] bytes, Problems problems) {
    try {
      return Optional.of(compose(file, bytes, problems));
    } catch (YamlFault fault) {
      problems.add(new Position(file, fault.line(), fault.column()), fault.getMessage());
      return Optional.empty();
    }
  }

  private SpecNode compose(String file, byte[] bytes, Problems problems) {
    if (bytes.length > limits.maxBytes()) {
      throw tooLarge(limits);
    }
    String source = SourceText.decode(bytes);
    SpecNode joined = new PiecewiseComposer(limits, interpolation).composeOrNull(file, source);
    return joined != null ? joined : composeInOneGo(file, source, problems);
  }

  private SpecNode composeInOneGo(String file, String source, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // bytes were counted already
    TextStream text = new TextStream(source);
    try {
      ParserImpl parser = new ParserImpl(text, options);
      SpecNode root =
          new NodeComposer(parser, limits, interpolation, new Faults(file, problems)).compose();
      if (root == null) {
        throw new YamlFault(1, 1, "the file is empty; write {} if that is meant");
      }
      return root;
    } catch (MarkedYAMLException e) {
      throw SyntaxMessages.of(e, text);
    } catch (YAMLException e) {
      throw new YamlFault(text.getLine() + 1, text.getColumn() + 1, SyntaxMessages.UNREADABLE);
    }
  }

  private static YamlFault tooLarge(YamlLimits limits) {
    return new YamlFault(1, 1, tooLargeMessage(limits.maxBytes()));
  }

  /** Message for a file that is larger than the limit. */
  public static String tooLargeMessage(int maxBytes) {
    return "the file is larger than %s bytes; split it, a top-level spec may name a service often"
        .formatted(maxBytes);
  }
}
