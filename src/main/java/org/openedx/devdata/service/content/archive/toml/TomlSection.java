package org.openedx.devdata.service.content.archive.toml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.toml.TomlReadFeature;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;

/**
 * A table of a TOML file that reports problems with their line. What has a wrong form is reported
 * and read as if it were not there. Not thread-safe.
 */
public final class TomlSection {

  /** Upstream's maximum for every key, characters. */
  public static final int LONGEST_KEY = 500;

  private static final TomlMapper MAPPER =
      TomlMapper.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build();

  private final ObjectNode table;
  private final String path;
  private final Position file;
  private final TomlLines lines;
  private final Problems problems;

  private TomlSection(
      ObjectNode table, String path, Position file, TomlLines lines, Problems problems) {
    this.table = table;
    this.path = path;
    this.file = file;
    this.lines = lines;
    this.problems = problems;
  }

  /** The whole of a file; empty when it is not TOML in UTF-8. */
  public static Optional<TomlSection> parse(byte[] bytes, Position file, Problems problems) {
    Optional<String> text = Utf8.decode(bytes);
    if (text.isEmpty()) {
      problems.add(file, "is not UTF-8; save it in that encoding");
      return Optional.empty();
    }
    try {
      ObjectNode whole = (ObjectNode) MAPPER.readTree(text.get());
      return Optional.of(new TomlSection(whole, "", file, new TomlLines(text.get()), problems));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      problems.add(
          at == null ? file : new Position(file.file(), at.getLineNr(), at.getColumnNr()),
          "is not TOML from here on; check the quotes, brackets and values of this line and the"
              + " one before");
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      // The parser lets through what java.time and numbers refuse, and nests without end.
      problems.add(
          TomlTimes.firstWrong(text.get())
              .map(line -> new Position(file.file(), line, 1))
              .orElse(file),
          "has a value that is none, such as a date with a 13th month; correct it");
      return Optional.empty();
    }
  }

  public Position position() {
    return at("");
  }

  /** Position of a key; that of the table when the key is missing. */
  public Position at(String key) {
    int line = lines.of(key.isEmpty() ? path : below(key));
    return line == 0 ? file : new Position(file.file(), line, 1);
  }

  public boolean has(String key) {
    return table.has(key);
  }

  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    table.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** A table below; reported when it is missing. */
  public Optional<TomlSection> required(String key) {
    if (!has(key)) {
      problems.add(position(), "has no table [" + shown(key) + "]");
    }
    return section(key);
  }

  public Optional<TomlSection> section(String key) {
    return value(key, JsonNode::isObject, "a table")
        .map(found -> new TomlSection((ObjectNode) found, below(key), file, lines, problems));
  }

  /** An array of tables; empty when there is none. */
  public List<TomlSection> sections(String key) {
    List<TomlSection> sections = new ArrayList<>();
    value(key, JsonNode::isArray, "an array of tables")
        .ifPresent(
            array -> {
              for (JsonNode element : array) {
                if (element instanceof ObjectNode one) {
                  String name = TomlLines.element(below(key), sections.size());
                  sections.add(new TomlSection(one, name, file, lines, problems));
                } else {
                  problems.add(at(key), shown(key) + " must be an array of tables");
                }
              }
            });
    return sections;
  }

  /** A text that may be blank; reported when it is missing. */
  public String requiredText(String key, int longest) {
    reportMissing(key);
    return text(key, longest).orElse("");
  }

  /** A text of up to so many characters, which its column holds. */
  public Optional<String> text(String key, int longest) {
    Optional<String> text = value(key, JsonNode::isTextual, "a text").map(JsonNode::textValue);
    if (text.isEmpty()) {
      return text;
    }
    int length = text.get().codePointCount(0, text.get().length());
    if (length > longest) {
      problems.add(
          at(key),
          shown(key)
              + " has "
              + length
              + " characters, and its column holds "
              + longest
              + "; shorten it");
      return Optional.of("");
    }
    if (Utf8.hasLoneSurrogate(text.get())) {
      problems.add(at(key), shown(key) + " has half a character (a lone surrogate); remove it");
      return Optional.of("");
    }
    return text;
  }

  public boolean requiredBool(String key) {
    reportMissing(key);
    return value(key, JsonNode::isBoolean, "true or false")
        .map(JsonNode::booleanValue)
        .orElse(true);
  }

  /** A version number, which begins at 1. */
  public OptionalInt versionNumber(String key) {
    Optional<JsonNode> value = value(key, JsonNode::isIntegralNumber, "a whole number");
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.get().canConvertToInt() || value.get().intValue() < 1) {
      problems.add(at(key), shown(key) + " must be 1 or more, not " + value.get().asText());
      return OptionalInt.empty();
    }
    return OptionalInt.of(value.get().intValue());
  }

  /** A moment; one without an offset is UTC. */
  public Optional<Instant> time(String key) {
    Object value = table.get(key) instanceof POJONode node ? node.getPojo() : null;
    Instant moment = null;
    if (value instanceof OffsetDateTime time) {
      moment = time.toInstant();
    }
    if (value instanceof LocalDateTime time) {
      moment = time.toInstant(ZoneOffset.UTC);
    }
    if (moment != null && TomlTimes.fitsColumn(moment)) {
      return Optional.of(moment);
    }
    if (has(key)) {
      problems.add(
          at(key),
          shown(key)
              + " must be a date-time such as 2025-08-19T04:25:10Z"
              + (moment == null ? "" : ", of a year from 1000 to 9999 in UTC"));
    }
    return Optional.empty();
  }

  public Instant requiredTime(String key) {
    reportMissing(key);
    return time(key).orElse(Instant.EPOCH);
  }

  /** Texts of an array; what is none is reported. */
  public List<String> texts(String key) {
    return elements(key, JsonNode::isTextual, "texts").stream()
        .map(JsonNode::textValue)
        .filter(text -> text.length() <= LONGEST_KEY || tooLong(key))
        .toList();
  }

  /** Whole numbers of an array; what is none is reported. */
  public List<Integer> numbers(String key) {
    return elements(key, JsonNode::isInt, "whole numbers").stream()
        .map(JsonNode::intValue)
        .toList();
  }

  /** The number of a key; NaN when it is missing or none. */
  public double number(String key) {
    JsonNode value = table.get(key);
    return value != null && value.isNumber() ? value.doubleValue() : Double.NaN;
  }

  /** The value as it stands, for messages. */
  public String written(String key) {
    return has(key) ? "'" + table.get(key).asText() + "'" : "missing";
  }

  private List<JsonNode> elements(String key, Predicate<JsonNode> form, String noun) {
    List<JsonNode> elements = new ArrayList<>();
    value(key, JsonNode::isArray, "an array")
        .ifPresent(
            array ->
                array.forEach(
                    element -> {
                      if (form.test(element)) {
                        elements.add(element);
                      } else {
                        problems.add(at(key), shown(key) + " must hold " + noun);
                      }
                    }));
    return elements;
  }

  private boolean tooLong(String key) {
    problems.add(at(key), shown(key) + " holds a key of more than " + LONGEST_KEY + " characters");
    return false;
  }

  private void reportMissing(String key) {
    if (!has(key)) {
      problems.add(position(), shown(key) + " is missing");
    }
  }

  private Optional<JsonNode> value(String key, Predicate<JsonNode> form, String noun) {
    JsonNode value = table.get(key);
    if (value != null && !form.test(value)) {
      problems.add(at(key), shown(key) + " must be " + noun);
      return Optional.empty();
    }
    return Optional.ofNullable(value);
  }

  private String below(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String shown(String key) {
    return below(key).replaceAll("#\\d+", "");
  }
}
