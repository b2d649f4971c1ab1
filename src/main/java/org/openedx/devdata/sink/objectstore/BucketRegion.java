package org.openedx.devdata.sink.objectstore;

import java.util.Optional;
import java.util.function.Supplier;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The region of a bucket, and what the environment and AWS's files must say. Stateless. */
final class BucketRegion {

  private BucketRegion() {}

  /**
   * The region that the configuration says; else, of a store that is Amazon's, what environment,
   * profile or machine give.
   *
   * @throws ConfigurationException when none of them says it
   */
  static Region of(ObjectStoreSettings settings) {
    Optional<Region> said = settings.region().map(Region::of);
    if (said.isPresent()) {
      return said.get();
    }
    if (settings.endpoint().isPresent()) {
      return Region.US_EAST_1;
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkException unknown) {
      throw new ConfigurationException(
          "the region of %s is not known%s; set s3_region, or AWS_REGION in the environment (s3_endpoint for a store that is not Amazon's)"
              .formatted(settings.url(), AwsFiles.fault().map(fault -> ": " + fault).orElse("")));
    }
  }

  /**
   * Makes something from AWS's own files.
   *
   * @throws ConfigurationException when they cannot be read
   */
  static <T> T configured(ObjectStoreSettings settings, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException | IllegalStateException unreadable) {
      throw new ConfigurationException(
          "%s cannot be used: %s; correct that, or name other files (AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE)"
              .formatted(
                  settings.url(),
                  AwsFiles.fault()
                      .orElse("AWS's files of this user have a value that means nothing")));
    }
  }
}
