package org.openedx.devdata.spec.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.series.RowFault;
import org.openedx.devdata.spec.series.RowFiles.Rows;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads JSON Lines: one object on each line. Used once. */
final class JsonRows {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String name;
  private final Set<String> fields = new LinkedHashSet<>();

  JsonRows(String name) {
    this.name = name;
  }

  Rows read(String text) throws RowFault, IOException {
    List<MapNode> rows = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          JsonLocation place = parser.currentTokenLocation();
          throw new RowFault(
              new Position(name, place.getLineNr(), place.getColumnNr()),
              "each line must be a JSON object, such as {\"username\": \"ada\"}",
              null);
        }
        MapNode row = (MapNode) value(parser);
        row.entries().forEach(entry -> fields.add(entry.key()));
        rows.add(row);
      }
    }
    return new Rows(name, List.copyOf(fields), rows);
  }

  private static SpecNode value(JsonParser parser) throws IOException {
    JsonLocation place = parser.currentTokenLocation();
    int line = place.getLineNr();
    int column = place.getColumnNr();
    switch (parser.currentToken()) {
      case START_OBJECT:
        List<MapNode.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          JsonLocation key = parser.currentTokenLocation();
          String name = parser.currentName();
          parser.nextToken();
          entries.add(new MapNode.Entry(name, key.getLineNr(), key.getColumnNr(), value(parser)));
        }
        return MapNode.of(line, column, entries);
      case START_ARRAY:
        List<SpecNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        return ListNode.of(line, column, items);
      case VALUE_STRING:
        return ScalarNode.text(line, column, parser.getText());
      default:
        return ScalarNode.plain(line, column, parser.getText());
    }
  }
}
