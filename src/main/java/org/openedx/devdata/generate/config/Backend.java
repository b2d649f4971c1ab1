package org.openedx.devdata.generate.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.tracking.TrackingSettings;

/**
 * Destination of generated rows: all that is special to one kind of it. Implementations hold
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

  /** All its names, the documented one first. */
  default List<String> names() {
    return Stream.of(Stream.of(key()), oldName().stream(), alias().stream())
        .flatMap(names -> names)
        .toList();
  }

  /** Keys without which there is nowhere to go. */
  default List<NeededKey> needs() {
    return List.of();
  }

  /** Keys that only it has. */
  default List<Field> fields() {
    return List.of();
  }

  /**
   * Adds what is wrong with its keys; also with those of a back end that is not meant now, so that
   * one may be exchanged for another.
   *
   * @param chosen whether this is the back end
   */
  default void check(ConfigReading reading, boolean chosen) {}

  /** Compression unless the configuration names one. */
  default String compression(ConfigValues values) {
    return "gzip";
  }

  /** The settings of this back end that change bytes, for comparing configurations. */
  default String form(GenerationConfig config) {
    return "";
  }

  /** Tests that rows reach ClickHouse directly. */
  default boolean needsDatabase() {
    return false;
  }

  /** Tests that statements go elsewhere than the other rows, so that ClickHouse gets none. */
  default boolean statementsApart() {
    return false;
  }

  /** The server that gets the statements over a network, when that is not ClickHouse. */
  default Optional<StatementStore> statementStore(GenerationConfig config) {
    return Optional.empty();
  }

  /** The form of its files, when it makes such as ClickHouse can load later. */
  default Optional<StoredForm> stored(GenerationConfig config) {
    return Optional.empty();
  }

  /** The quoting of statements that it packs; nothing when they go to a server as they are. */
  default Optional<Quoting> packed() {
    return Optional.empty();
  }

  /** Tests that statements go to standard output, so that messages must go elsewhere. */
  default boolean toStandardOutput(GenerationConfig config) {
    return false;
  }

  /** Tests whether what it writes comes of lives, and not of a mix by weights. */
  default boolean needsLives() {
    return false;
  }

  /** The form of a tracking log, when lines of one are made in place of statements. */
  default Optional<TrackingSettings.Prefix> log(GenerationConfig config) {
    return Optional.empty();
  }

  /** Tests whether a file, by its name, is one that a run writes and ClickHouse does not read. */
  default boolean isOwnFile(GenerationConfig config, String name) {
    return false;
  }

  /**
   * Describes it.
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
