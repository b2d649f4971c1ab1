package org.openedx.devdata.spec.rows;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.series.RowFault;
import org.openedx.devdata.spec.series.RowFiles.Rows;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;

/**
 * Reads CSV as RFC 4180 has it: the first line names the fields, a cell may be in quotes. An empty
 * cell is a key that the row leaves out, {@code ""} an empty text. Used once.
 */
final class CsvRows {

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final String name;
  private final Map<String, ScalarNode> header = new LinkedHashMap<>();

  CsvRows(String name) {
    this.name = name;
  }

  Rows read(String text) throws RowFault, IOException {
    List<MapNode> rows = new ArrayList<>();
    try (JsonParser parser = CSV.createParser(text)) {
      parser.nextToken(); // of the file
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new RowFault(
            Position.ofFile(name), "this file is empty; its first line names fields", null);
      }
      header(cells(parser));
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        rows.add(row(cells(parser)));
      }
    }
    return new Rows(name, List.copyOf(header.keySet()), rows);
  }

  /** The cells of a line; null for an empty one. */
  private static List<ScalarNode> cells(JsonParser parser) throws IOException {
    List<ScalarNode> cells = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      JsonLocation place = parser.currentTokenLocation();
      cells.add(
          ScalarNode.plain(
              place.getLineNr(),
              place.getColumnNr(),
              token == JsonToken.VALUE_NULL ? null : parser.getText()));
    }
    return cells;
  }

  private void header(List<ScalarNode> cells) throws RowFault {
    for (ScalarNode cell : cells) {
      String field = cell.text() == null ? "" : cell.text().strip();
      if (field.isEmpty()) {
        throw fault(cell, "the first line names fields, and this one has no name");
      }
      if (header.put(field, cell) != null) {
        throw fault(cell, "the field %s stands twice; remove one".formatted(Shown.quoted(field)));
      }
    }
  }

  private MapNode row(List<ScalarNode> cells) throws RowFault {
    if (cells.size() > header.size()) {
      throw fault(
          cells.get(header.size()),
          "this row has %d cells and the first line %d fields; put a cell with commas into quotes"
              .formatted(cells.size(), header.size()));
    }
    List<MapNode.Entry> entries = new ArrayList<>(cells.size());
    int column = 0;
    for (Map.Entry<String, ScalarNode> field : header.entrySet()) {
      ScalarNode cell = column < cells.size() ? cells.get(column) : null;
      if (cell != null && cell.text() != null) {
        ScalarNode value =
            cell.text().isEmpty() ? ScalarNode.text(cell.line(), cell.column(), "") : cell;
        entries.add(
            new MapNode.Entry(
                field.getKey(), field.getValue().line(), field.getValue().column(), value));
      }
      column++;
    }
    ScalarNode first = cells.get(0);
    return MapNode.of(first.line(), 1, entries);
  }

  private RowFault fault(ScalarNode cell, String message) {
    return new RowFault(new Position(name, cell.line(), cell.column()), message, null);
  }
}
