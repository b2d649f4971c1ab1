package org.openedx.devdata.jdbc.targets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Targets that need no description: the development environments of Open edX. What they hold stands
 * in a target file of the same name beside this class.
 */
public enum Preset {
  /** Devstack's MySQL 8.0 on its published port. */
  DEVSTACK,
  /** Tutor's MySQL, its port opened by an override file. */
  TUTOR,
  /** Tutor's MySQL, seen from a container on its network. */
  TUTOR_NETWORK;

  /** The preset of a name, if there is one. */
  public static Optional<Preset> of(String name) {
    return Arrays.stream(values()).filter(preset -> preset.toString().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Preset::toString).toList();
  }

  byte[] description() {
    try (InputStream in = Preset.class.getResourceAsStream(this + ".yaml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Advice for the case that a service's server does not answer. */
  public String connectionAdvice(ServiceIdentity service) {
    if (this == TUTOR && service.form() == AddressForm.CLICKHOUSE) {
      return "start it with `tutor dev start -d clickhouse` (plugin aspects)";
    }
    return switch (this) {
      case DEVSTACK -> "start it with `make dev.up.mysql80` in devstack";
      case TUTOR ->
          "Tutor publishes no MySQL port by itself: docs/targets.md shows the override file, then"
              + " `tutor dev start -d mysql`";
      case TUTOR_NETWORK ->
          "this target is for a container on Tutor's network; from the host use --target tutor";
    };
  }

  /** Advice on how to give the password that the preset cannot know; empty when it knows all. */
  Optional<String> passwordAdvice(String variable, ServiceIdentity owner) {
    if (this == DEVSTACK) {
      return Optional.empty();
    }
    return Optional.of(
        "%s=\"$(tutor config printvalue %s)\""
            .formatted(variable, owner.tutorPassword().toUpperCase(Locale.ROOT)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
