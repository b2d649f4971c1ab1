package org.openedx.devdata.sink.objectstore;

import java.net.URI;
import java.util.Optional;

/**
 * A bucket, and how it is reached. Never prints a secret.
 *
 * @param bucket its name
 * @param prefix stands before every name; empty, or ends in {@code /} when it is a folder
 * @param endpoint of a store that is not Amazon's
 * @param region when absent, what the environment says
 * @param login when absent, what the environment, the profile or the machine gives
 * @param pathStyle whether the bucket is named in the path, not in the host
 */
public record ObjectStoreSettings(
    String bucket,
    String prefix,
    Optional<URI> endpoint,
    Optional<String> region,
    Optional<Login> login,
    boolean pathStyle) {

  /** An access key with its secret. */
  public record Login(String key, String secret) {
    @Override
    public String toString() {
      return key;
    }
  }

  /** The object of a name. */
  public String key(String name) {
    return prefix + name;
  }

  /** The address of the prefix by HTTP. */
  public String address() {
    String host = region.map(name -> "s3." + name).orElse("s3") + ".amazonaws.com";
    URI base = endpoint.orElse(URI.create("https://" + host));
    String root = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/$", "");
    return pathStyle
        ? base.getScheme() + "://" + base.getRawAuthority() + root + "/" + bucket + "/" + prefix
        : base.getScheme() + "://" + bucket + "." + base.getRawAuthority() + root + "/" + prefix;
  }

  /** The bucket with the prefix, as {@code s3://bucket/prefix}. */
  public String url() {
    return "s3://" + bucket + "/" + prefix;
  }

  @Override
  public String toString() {
    return url() + endpoint.map(at -> " at " + at).orElse("");
  }
}
