package org.openedx.devdata.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.checkpoint.RunRefusedException;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.known.AnswerFiles;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.tracking.TrackingReader;
import org.openedx.devdata.tracking.TrackingSettings;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.Dumps;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.StatementRenderer;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.life.LifeModel;
import org.openedx.devdata.xapi.model.MixModel;

/**
 * A configured load, ready to be estimated or run. What is made is fixed when it is constructed;
 * the sink only decides how it is cut. Immutable; a run is used once.
 */
public final class Generation {

  private final GenerationConfig config;
  private final World world;
  private final EventModel model;

  public Generation(GenerationConfig config) {
    this.config = config;
    this.world = config.population();
    this.model = model(world, config.statements());
  }

  private static EventModel model(World world, GenerationConfig.Statements statements) {
    return statements
        .habits()
        .<EventModel>map(habits -> new LifeModel(world, habits, statements.random()))
        .orElseGet(
            () ->
                new MixModel(world, statements.mix(), statements.random(), statements.batchSize()));
  }

  private Generation(GenerationConfig config, World world, EventModel model) {
    this.config = config;
    this.world = world;
    this.model = model;
  }

  /** The same with exports as a site has them, where the user does not say otherwise. */
  public Generation following(ExportOptions site) {
    return new Generation(config.following(site), world, model);
  }

  public GenerationConfig config() {
    return config;
  }

  public World world() {
    return world;
  }

  /** The tables that get rows, in order. */
  public List<DumpTable> tables() {
    return plan(1).tables();
  }

  /** The plan of what is made, in blocks of about so many statements. */
  public GenerationPlan plan(int statementsOfABlock) {
    return GenerationPlan.of(
        Dumps.marked(world, model.enrolments(), model.history(), config.output().exports()),
        model,
        source(),
        config.output().slice(),
        statementsOfABlock);
  }

  private Supplier<FrameRows> source() {
    String lmsUrl = config.world().lmsUrl();
    if (model instanceof LifeModel life && config.backend().log(config).isPresent()) {
      TrackingSettings log = new TrackingSettings(lmsUrl, config.backend().log(config).get());
      return () -> new FrameRows.Lines(new TrackingReader(life.lives(), log));
    }
    StatementSettings settings =
        new StatementSettings(lmsUrl, config.statements().transformerVersion());
    return () -> new FrameRows.Statements(model.reader(), new StatementRenderer(settings));
  }

  /**
   * Prepares a run.
   *
   * @param folder where checkpoint and manifest go; made when it is not there
   * @param resume whether to resume from the checkpoint
   */
  public GenerationRun run(Sink sink, RunFolder folder, boolean resume, GenerationListener listener)
      throws IOException {
    Files.createDirectories(folder.path());
    Path file = folder.checkpoint();
    CheckpointFile checkpoints =
        resume
            ? CheckpointFile.resumed(file, config.fingerprint())
            : CheckpointFile.fresh(
                file, config.fingerprint(), config.clock(), config.output().exports());
    return new GenerationRun(
        plan(sink.statementsOfABlock()), sink, config.output().threads(), checkpoints, listener);
  }

  /**
   * The result of a run that went over all its blocks but lost some, which have arrived since;
   * nothing when there is no such run, or it still has something to do.
   *
   * @param statementsOfABlock as its sink said
   */
  public Optional<GenerationResult> completed(RunFolder folder, int statementsOfABlock)
      throws IOException {
    try {
      CheckpointFile checkpoints =
          CheckpointFile.resumed(folder.checkpoint(), config.fingerprint());
      return GenerationResult.completed(plan(statementsOfABlock), checkpoints);
    } catch (RunRefusedException noneOfThis) {
      return Optional.empty();
    }
  }

  /**
   * Ends a run that has delivered everything it could: writes known answers, if the run has some,
   * and {@code manifest.json}, also beside files in an object store, and, when nothing was lost,
   * removes the checkpoint.
   *
   * @param files those that it has written, with their sizes; empty when that is not known
   */
  public ObjectNode finish(
      GenerationResult result, Sink sink, RunFolder folder, Map<String, Long> files)
      throws IOException {
    ObjectNode manifest = Manifest.of(result, config, sink.description());
    Manifest.putFiles(manifest, files);
    if (model instanceof LifeModel life) {
      Manifest.putAccidents(manifest, life.lives());
    }
    AnswerFiles.write(config, world, folder.path())
        .ifPresent(answers -> Manifest.putAnswers(manifest, answers));
    byte[] bytes = Manifest.bytes(manifest);
    try {
      Files.write(folder.manifest(), bytes);
    } catch (IOException e) {
      throw FileFailure.at(folder.manifest(), e);
    }
    sink.keep(folder.manifestName(), bytes);
    if (result.lostRows() == 0) {
      Files.deleteIfExists(folder.checkpoint());
    }
    return manifest;
  }
}
