package org.openedx.devdata.cli.state;

import java.util.List;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.Fields;
import picocli.CommandLine.Option;

/**
 * Options of commands that work on the state of a user in blocks, or on some fields of it. Filled
 * in by picocli.
 */
final class StateBlocks {

  @Option(names = "--user", paramLabel = "NAME", required = true, description = "The user.")
  private String user;

  @Option(
      names = "--block",
      paramLabel = "KEY",
      required = true,
      description = "The block, by its usage key; may be given more than once.")
  private List<String> blocks;

  @Option(
      names = "--course",
      paramLabel = "KEY",
      description = "Its course, where the block's key does not name the run.")
  private String course;

  @Option(
      names = "--fields",
      paramLabel = "NAME",
      split = ",",
      description = "Only these fields of the state, with commas between.")
  private List<String> fields;

  String user() {
    return user;
  }

  List<UsageKey> keys() {
    return blocks.stream().map(block -> StateArguments.block(block, course)).toList();
  }

  Fields fields() {
    return fields == null
        ? Fields.ALL
        : Fields.named(fields.stream().filter(name -> !name.isEmpty()).toList());
  }

  /** The keys as they were written. */
  String written() {
    return String.join(", ", blocks);
  }
}
