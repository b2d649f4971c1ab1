package org.openedx.devdata.keep.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The spec that is run, and where it is run.
 *
 * @param spec its identity: its name, or what its path ends with
 * @param named whether it has a name, so that its place does not matter
 * @param host of the process that runs it
 * @param folder that the spec is in
 * @param version of devdata
 * @param now the moment of the run
 */
public record LoadOrigin(
    String spec, boolean named, String host, String folder, String version, Instant now) {

  /** Characters that ledgers have for an identity. */
  static final int LONGEST = 255;

  public LoadOrigin {
    spec = cut(spec);
  }

  /** Long identities end with a sum that keeps them apart. */
  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    String end = "…" + Long.toHexString(sum.getValue());
    return text.substring(0, LONGEST - end.length()) + end;
  }

  /** A sentence on why rows of an earlier load may be another spec's; empty when they are not. */
  Optional<String> doubt(LoadRecord earlier) {
    boolean here = host.equals(earlier.host()) && folder.equals(earlier.folder());
    return named || here
        ? Optional.empty()
        : Optional.of(
            ("'%s' was last loaded from %s on host %s, and this is %s on host %s: it may be another"
                    + " spec; give the top-level spec a name (name: my-site) that distinguishes it from"
                    + " others, and load it once")
                .formatted(spec, earlier.folder(), earlier.host(), folder, host));
  }
}
