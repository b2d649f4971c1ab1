package org.openedx.devdata.cli.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.keep.export.anonymous.Anonymiser;
import org.openedx.devdata.keep.export.anonymous.Originals;
import org.openedx.devdata.keep.export.anonymous.Pseudonyms;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;
import org.openedx.devdata.spec.Shown;

/**
 * The secret from which an export computes invented values.
 *
 * @param file its file; null for the environment
 */
record ExportSecret(Session session, Path file) {

  private static final String VARIABLE = "DEVDATA_EXPORT_SECRET";
  private static final int SHORTEST = 16;

  Anonymiser names() {
    byte[] secret = text().strip().getBytes(StandardCharsets.UTF_8);
    if (secret.length < SHORTEST) {
      throw new UsageException(
          "--anonymise needs a secret of %d bytes at least, so that no reader computes whose the invented values are; give --secret-file FILE or %s, such as one of: openssl rand -hex 32"
              .formatted(SHORTEST, VARIABLE));
    }
    return new Anonymiser(new Pseudonyms(secret), new Originals());
  }

  private String text() {
    if (file == null) {
      String value = session.surroundings().variable(VARIABLE);
      return value == null ? "" : value;
    }
    try {
      return InputFile.text(session.surroundings().folder().resolve(file));
    } catch (IOException e) {
      throw new UsageException(
          "cannot read %s: %s; check --secret-file"
              .formatted(Shown.quoted(file.toString()), IoReason.of(e)));
    }
  }
}
