package org.openedx.devdata.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** Settings that are read from YAML by a list of fields, without a service. */
public final class SettingsLab {

  private static final KeyParsers KEYS =
      new KeyParsers(UnaryOperator.identity(), UnaryOperator.identity());

  private SettingsLab() {}

  /** Reads settings of a file named {@code s.yaml}; adds what is wrong with them. */
  public static SpecRecord read(List<Field> fields, String yaml, Problems problems) {
    SpecNode root =
        new YamlReader(YamlLimits.DEFAULT, name -> null)
            .read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems)
            .orElseThrow();
    ServiceDescriptor descriptor = new ServiceDescriptor("lab", "Settings.", fields, List.of());
    return new SpecReader(descriptor, KEYS).read("s.yaml", root, problems).settings();
  }
}
