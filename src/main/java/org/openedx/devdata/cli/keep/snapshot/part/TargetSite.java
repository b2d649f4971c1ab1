package org.openedx.devdata.cli.keep.snapshot.part;

import java.nio.file.Path;
import java.util.Optional;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;

/**
 * A target, and where its stores are.
 *
 * @param media folder of media files, if the command line or the environment names it
 * @param tablesOnly whether only tables are meant
 * @param whole whether all that it has is meant
 */
public record TargetSite(
    Session session,
    Databases databases,
    Optional<Path> media,
    boolean tablesOnly,
    boolean whole) {}
