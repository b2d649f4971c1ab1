package org.openedx.devdata.sink.objectstore;

import org.openedx.devdata.jdbc.targets.ConfigurationException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** The login at an object store. Stateless. */
final class BucketLogin {

  private BucketLogin() {}

  /**
   * The login that the configuration says; else what environment, profile or machine give.
   *
   * @throws ConfigurationException when none of them gives one, before the store is asked
   */
  static AwsCredentialsProvider of(ObjectStoreSettings settings) {
    if (settings.login().isPresent()) {
      ObjectStoreSettings.Login login = settings.login().get();
      return StaticCredentialsProvider.create(
          AwsBasicCredentials.create(login.key(), login.secret()));
    }
    try {
      DefaultCredentialsProvider found = DefaultCredentialsProvider.builder().build();
      found.resolveCredentials();
      return found;
    } catch (SdkException | IllegalArgumentException | IllegalStateException none) {
      throw new ConfigurationException(
          "there is no login for %s%s; set s3_key and s3_secret, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, or name a profile that has them (AWS_PROFILE)"
              .formatted(settings.url(), AwsFiles.fault().map(fault -> ": " + fault).orElse("")));
    }
  }
}
