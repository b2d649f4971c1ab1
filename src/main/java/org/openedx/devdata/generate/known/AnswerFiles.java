package org.openedx.devdata.generate.known;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.answers.Answers;
import org.openedx.devdata.answers.AnswersFormat;
import org.openedx.devdata.answers.Charts;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Chart;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.World;

/**
 * Writes the known answers of a world of lives as CSV files into a folder, packed as the run's
 * files are, with a description of them. They are those of the whole, so of several slices the
 * first writes them. Stateless.
 */
public final class AnswerFiles {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private AnswerFiles() {}

  /**
   * Writes the answers of a run that wants them.
   *
   * @param folder of the run
   * @return their description; nothing when the run has none
   */
  public static Optional<ObjectNode> write(GenerationConfig config, World world, Path folder)
      throws IOException {
    if (!config.writesAnswers()) {
      return Optional.empty();
    }
    Lives lives = new Lives(world, config.statements().habits().orElseThrow());
    FolderStore store = new FolderStore(folder.resolve(AnswersFormat.FOLDER));
    Codec codec = Codecs.of(config.output().compression(), config.output().level());
    List<AnswerFile> files = new ArrayList<>();
    try {
      for (Chart chart : Charts.ALL) {
        String name = AnswersFormat.file(chart.table().name(), codec.suffix());
        files.add(new AnswerFile(store.open(name, 0), codec.compressor(), chart.table()));
      }
      new Answers(lives)
          .write(config.output().threads(), (chart, rows) -> files.get(chart).add(rows));
      ObjectNode description = describe(world, codec, files);
      store.put(AnswersFormat.DESCRIPTION, JSON.writeValueAsBytes(description));
      return Optional.of(description);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the known answers were not written to the end", e);
    } finally {
      for (AnswerFile file : files) {
        file.close();
      }
    }
  }

  private static ObjectNode describe(World world, Codec codec, List<AnswerFile> files)
      throws IOException, InterruptedException {
    ObjectNode root = JSON.createObjectNode();
    root.put(AnswersFormat.AS_OF, LocalDate.ofEpochDay(world.spec().endDay()).toString());
    ObjectNode tables = root.putObject(AnswersFormat.TABLES);
    for (int i = 0; i < files.size(); i++) {
      AnswerTable table = Charts.ALL.get(i).table();
      ObjectNode node = tables.putObject(table.name());
      node.put("file", AnswersFormat.file(table.name(), codec.suffix()));
      node.put("rows", files.get(i).complete());
    }
    ArrayNode courses = root.putArray(AnswersFormat.COURSES);
    world.runs().forEach(run -> courses.add(run.key()));
    return root;
  }
}
