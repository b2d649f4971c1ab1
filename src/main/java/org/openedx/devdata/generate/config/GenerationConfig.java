package org.openedx.devdata.generate.config;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.random.NameUuids;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.world.template.TemplatedCourses;
import org.openedx.devdata.world.template.TemplatedWorld;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.life.LifeSizing;

/**
 * A load, fully described and checked.
 *
 * @param backend where it goes
 * @param world who and what there is
 * @param templated courses of the world, when they are drawn from templates
 * @param statements the statements about it
 * @param output how it is cut and coded
 * @param database the ClickHouse server
 * @param store the object store
 * @param log the timing log
 * @param values what it says, for what only one back end asks
 * @param clock the run clock that {@code today} was read with
 */
public record GenerationConfig(
    Backend backend,
    WorldSpec world,
    Optional<TemplatedCourses> templated,
    Statements statements,
    Output output,
    Database database,
    ObjectStore store,
    Log log,
    ConfigValues values,
    Instant clock) {

  /** Raised whenever the same configuration begins to give other bytes. */
  private static final int FORMAT = 5;

  /**
   * Statements to be made.
   *
   * @param random how many statements besides the first enrolments; of lives about how many in all,
   *     or 0 when no number was asked for
   * @param batchSize number of statements that stay together
   * @param weights the weights that differ from the default, as text, for comparing
   * @param mix how often each type is made
   * @param transformerVersion what statements say made them
   * @param habits habits of learners whose lives make the statements; nothing for a mix
   */
  public record Statements(
      long random,
      int batchSize,
      String weights,
      StatementMix mix,
      String transformerVersion,
      Optional<Habits> habits) {

    /** Nothing of a file that only says where files are. */
    static final Statements NONE = new Statements(0, 0, "", null, "", Optional.empty());

    /** The same with the number of statements that a sizing has found. */
    Statements sized(LifeSizing sizing) {
      return new Statements(
          sizing.statements(), batchSize, weights, mix, transformerVersion, habits);
    }
  }

  /**
   * Parts and encoding of the output.
   *
   * @param threads how many threads work
   * @param compression name of the codec
   * @param level the codec's level, or its default
   * @param slice which part is made
   * @param rowsPerFile statements of a file, 0 for all in one
   * @param pii whether profiles and external ids are written; empty: as the site does
   * @param videoTimes whether blocks of videos have start and end times; empty: as the site does
   * @param retrySeconds how long a server is asked to take a batch before the batch is kept
   * @param destination folder or URL of files; null when none is given
   */
  public record Output(
      int threads,
      String compression,
      OptionalInt level,
      Slice slice,
      long rowsPerFile,
      Optional<Boolean> pii,
      Optional<Boolean> videoTimes,
      int retrySeconds,
      String destination) {

    /** Content of exports; where neither user nor site says it, the default. */
    public ExportOptions exports() {
      return new ExportOptions(
          pii.orElse(ExportOptions.DEFAULT.pii()),
          videoTimes.orElse(ExportOptions.DEFAULT.videoTimes()));
    }

    private Output with(ExportOptions exports) {
      return new Output(
          threads,
          compression,
          level,
          slice,
          rowsPerFile,
          Optional.of(pii.orElse(exports.pii())),
          Optional.of(videoTimes.orElse(exports.videoTimes())),
          retrySeconds,
          destination);
    }
  }

  /**
   * A ClickHouse server, the databases in it and the table of statements.
   *
   * @param secure TLS
   * @param statementsName database of statements; empty: where the site has them
   */
  public record Database(
      String host,
      int port,
      boolean secure,
      String username,
      String password,
      Optional<String> statementsName,
      String eventSinkName,
      String rawTable) {

    @Override
    public String toString() {
      return username + "@" + host + ":" + port + (secure ? " (TLS)" : "");
    }
  }

  /** An object store; texts are null where not given. */
  public record ObjectStore(
      String sourceLocation,
      String bucket,
      String prefix,
      String endpoint,
      String region,
      String key,
      String secret,
      boolean pathStyle,
      boolean loadAfter) {

    @Override
    public String toString() {
      return "bucket " + bucket + ", prefix " + prefix;
    }
  }

  /** Log of timings; {@code folder} null for nowhere. */
  public record Log(String folder, long maxBytes, int backups) {}

  /**
   * Returns whether the run writes known answers: lives have some unless the user says otherwise;
   * they are of the whole, so of several slices the first writes them.
   */
  public boolean writesAnswers() {
    return statements.habits().isPresent()
        && output.slice().part() == 1
        && values.flag(LifeReader.ANSWERS, true);
  }

  /** Makes the population that the configuration describes. */
  public World population() {
    return templated
        .map(courses -> new TemplatedWorld(world, courses).make())
        .orElseGet(() -> World.of(world));
  }

  /** The same rows to another destination. */
  public GenerationConfig withBackend(Backend other) {
    return new GenerationConfig(
        other, world, templated, statements, output, database, store, log, values, clock);
  }

  /** The same with exports as a site has them, where the user does not say otherwise. */
  public GenerationConfig following(ExportOptions site) {
    return new GenerationConfig(
        backend,
        world,
        templated,
        statements,
        output.with(site),
        database,
        store,
        log,
        values,
        clock);
  }

  /** Equal for configurations that give equal bytes, so that one may resume another's run. */
  public String fingerprint() {
    return fingerprint(output.slice());
  }

  /** The same for all slices that are parts of one whole. */
  public String fingerprintOfTheWhole() {
    return fingerprint(Slice.WHOLE);
  }

  private String fingerprint(Slice slice) {
    String text =
        FORMAT
            + " "
            + backend.key().toUpperCase(Locale.ROOT)
            + world
            + templated.map(TemplatedCourses::toString).orElse("")
            + statements.random()
            + " "
            + statements.batchSize()
            + " "
            + statements.weights()
            + statements.transformerVersion()
            + backend.form(this)
            + output.compression()
            + output.level()
            + slice
            + output.rowsPerFile()
            + output.exports();
    return NameUuids.version5(NameUuids.URL, text).toString();
  }
}
