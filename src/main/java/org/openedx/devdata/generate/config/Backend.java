package org.openedx.devdata.generate.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.sink.Sink;

/**
 * Where generated rows go: all that is special to one kind of destination. Implementations hold
 * nothing; what they need they find in the configuration and in what {@link Opening} has. A new one
 * is a class and a line in {@code generate.destination.Backends}.
 */
public interface Backend {

  /** Its name in configurations, small letters. */
  String key();

  /** A plainer name for the same. */
  default Optional<String> alias() {
    return Optional.empty();
  }

  /** Its name in the dialect of xapi-db-load 1.5.0, where that differs. */
  default Optional<String> oldName() {
    return Optional.empty();
  }

  /** Keys without which there is nowhere to go. */
  default List<NeededKey> needs() {
    return List.of();
  }

  /** Compression unless the configuration names one. */
  default String compression(String lakeFormat) {
    return "gzip";
  }

  /** Whether {@code vector_output_destination} says where statements go. */
  default boolean writesLog() {
    return false;
  }

  /** What only this back end makes the bytes depend on, for comparing configurations. */
  default String form(GenerationConfig config) {
    return "";
  }

  /** Whether rows reach ClickHouse directly. */
  default boolean needsDatabase() {
    return false;
  }

  /** Whether statements go elsewhere than the other rows, so that ClickHouse gets none. */
  default boolean statementsApart() {
    return false;
  }

  /** The server that gets the statements over a network, when that is not ClickHouse. */
  default Optional<StatementStore> statementStore(GenerationConfig config) {
    return Optional.empty();
  }

  /** What the files are, when it makes such as ClickHouse can load later. */
  default Optional<StoredForm> stored(GenerationConfig config) {
    return Optional.empty();
  }

  /** How statements are quoted in what is packed; nothing when they go to a server as they are. */
  default Optional<Quoting> packed() {
    return Optional.empty();
  }

  /** Whether statements are written to standard output, so that messages must go elsewhere. */
  default boolean toStandardOutput(GenerationConfig config) {
    return false;
  }

  /**
   * What it is, for people.
   *
   * @param servers what servers there are
   */
  default String label(FilePlace place, String servers) {
    return key();
  }

  /**
   * The folder for what a run keeps of itself.
   *
   * @param states where those of all back ends are that have no place of their own
   */
  default Path state(FilePlace place, Path states) {
    return states.resolve(key());
  }

  /** Opens it. */
  Sink open(Opening opening) throws IOException;
}
