package org.openedx.devdata.service.aspects.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.answers.AnswersFormat;
import org.openedx.devdata.answers.CsvReader;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.codec.Unpacking;

/**
 * Folder of known answers that a load has written.
 *
 * @param path the folder with {@code answers.json}
 * @param asOf the day at which figures that depend on the clock are
 * @param courses keys of all course runs, in the order of the rows of each file
 */
public record AnswersFolder(Path path, String asOf, List<String> courses) {

  /**
   * Finds the folder.
   *
   * @param given the folder itself, or that of the run
   * @return nothing when it has no answers
   * @throws IOException when what is there is no description of answers
   */
  public static Optional<AnswersFolder> find(Path given) throws IOException {
    for (Path folder : List.of(given, given.resolve(AnswersFormat.FOLDER))) {
      Path file = folder.resolve(AnswersFormat.DESCRIPTION);
      if (Files.isRegularFile(file)) {
        return Optional.of(read(folder, file));
      }
    }
    return Optional.empty();
  }

  private static AnswersFolder read(Path folder, Path file) throws IOException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException("%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
    if (!root.path(AnswersFormat.COURSES).isArray()
        || !root.path(AnswersFormat.AS_OF).isTextual()) {
      throw new IOException(file + " does not describe known answers: no courses or no as_of");
    }
    List<String> courses = new ArrayList<>();
    root.get(AnswersFormat.COURSES).forEach(course -> courses.add(course.asText()));
    return new AnswersFolder(folder, root.get(AnswersFormat.AS_OF).asText(), List.copyOf(courses));
  }

  /**
   * Opens the file of a table, whatever it is packed with.
   *
   * @throws IOException also when there is none
   */
  public CsvReader open(String table) throws IOException {
    for (String compression : Codecs.NAMES) {
      String suffix = Codecs.of(compression, OptionalInt.empty()).suffix();
      Path file = path.resolve(AnswersFormat.file(table, suffix));
      if (Files.exists(file)) {
        return new CsvReader(
            file,
            new BufferedReader(
                new InputStreamReader(
                    Unpacking.of(compression, Files.newInputStream(file)),
                    StandardCharsets.UTF_8)));
      }
    }
    throw new IOException("there is no %s.csv in %s, packed or not".formatted(table, path));
  }
}
