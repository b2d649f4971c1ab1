package org.openedx.devdata.spec;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A map value of a record, with the place of each key and each value, those of values that were
 * refused included. Immutable.
 */
public final class PlacedMap extends AbstractMap<String, Object> {

  /** A map without entries. */
  public static final PlacedMap EMPTY = new PlacedMap(Map.of(), Map.of());

  private final Map<String, Object> values;
  private final Map<String, Place> places;

  /** The places of an entry. */
  public record Place(Position key, Position value) {}

  /**
   * @param values in file order
   * @param places of every key of the file
   */
  public PlacedMap(Map<String, Object> values, Map<String, Place> places) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return values.entrySet();
  }

  @Override
  public Object get(Object key) {
    return values.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return values.containsKey(key);
  }

  /** All keys of the file, also those whose values were refused. */
  public List<String> written() {
    return List.copyOf(places.keySet());
  }

  /** Returns the places of a key of the file and its value. */
  public Place place(String key) {
    return places.get(key);
  }
}
