package org.openedx.devdata.service.content.dump;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup that a person asked for.
 *
 * @param key of the package
 * @param mediaRoot the platform's media folder; without it a package with files cannot be dumped
 * @param at when it is made
 * @param by user name of who makes it; its address is looked up
 * @param origin host that the archive names as its origin; may be empty
 */
public record DumpRequest(
    String key, Optional<Path> mediaRoot, Instant at, Optional<String> by, String origin) {}
