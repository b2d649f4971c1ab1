package org.openedx.devdata.embedded.mariadb;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the dynamic linker's complaint into the package that a person has to install. */
enum MissingLibrary {
  AIO("libaio.so", "libaio1 (libaio1t64 from Debian 13 and Ubuntu 24.04 on)", "libaio"),
  CRYPT("libcrypt.so", "libcrypt1", "libxcrypt-compat"),
  GCC("libgcc_s.so", "libgcc-s1", "libgcc"),
  LZ4("liblz4.so", "liblz4-1", "lz4-libs"),
  LZMA("liblzma.so", "liblzma5", "xz-libs"),
  NCURSES("libncurses.so", "libncurses6", "ncurses-compat-libs"),
  NUMA("libnuma.so", "libnuma1", "numactl-libs"),
  PCRE("libpcre2-8.so", "libpcre2-8-0", "pcre2"),
  SSL("libssl.so", "libssl3", "openssl-libs"),
  STDCPP("libstdc++.so", "libstdc++6", "libstdc++"),
  SYSTEMD("libsystemd.so", "libsystemd0", "systemd-libs"),
  TINFO("libtinfo.so", "libtinfo6", "ncurses-compat-libs"),
  URING("liburing.so", "liburing2", "liburing"),
  ZLIB("libz.so", "zlib1g", "zlib"),
  ZSTD("libzstd.so", "libzstd1", "libzstd");

  private static final Pattern COMPLAINT =
      Pattern.compile("error while loading shared libraries: ([^:\\s]+)");

  private final String file;
  private final String debian;
  private final String fedora;

  MissingLibrary(String file, String debian, String fedora) {
    this.file = file;
    this.debian = debian;
    this.fedora = fedora;
  }

  /** Explains the first complaint in a server's output; empty when there is none. */
  static Optional<String> explain(String output) {
    Matcher complaint = COMPLAINT.matcher(output);
    if (!complaint.find()) {
      return Optional.empty();
    }
    String library = complaint.group(1);
    String advice =
        Arrays.stream(values())
            .filter(known -> library.startsWith(known.file))
            .findFirst()
            .map(
                known ->
                    "install the package %s (Debian, Ubuntu) or %s (Fedora)"
                        .formatted(known.debian, known.fedora))
            .orElse("install the package of your system that has it");
    return Optional.of("the shared library " + library + " is missing: " + advice);
  }
}
