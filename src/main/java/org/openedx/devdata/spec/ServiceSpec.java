package org.openedx.devdata.spec;

import java.util.List;
import java.util.Map;

/**
 * A service's spec file, read and checked.
 *
 * @param descriptor what the file may say
 * @param file as the person named it, for messages
 * @param settings the file's top-level settings
 * @param records records by kind name, in the order of the descriptor's kinds; a kind that the file
 *     does not mention is absent, one with an empty list is present
 */
public record ServiceSpec(
    ServiceDescriptor descriptor,
    String file,
    SpecRecord settings,
    Map<String, List<SpecRecord>> records) {

  /** A spec that says nothing. */
  public static ServiceSpec empty(ServiceDescriptor descriptor, String file) {
    Kind settings = descriptor.settingsKind();
    int fields = settings.fields().size();
    return new ServiceSpec(
        descriptor,
        file,
        SpecRecord.of(
            settings, Position.ofFile(file), 0, new Object[fields], new int[2 * fields], null),
        Map.of());
  }

  /** Records of a kind, in file order. */
  public List<SpecRecord> of(String kind) {
    return records.getOrDefault(kind, List.of());
  }
}
