package org.openedx.devdata.sink.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.testing.Requirement;

/** AWS's own files of a user: damaged, without the profile, without what is needed. */
class AwsFilesTest {

  private static final List<String> PROPERTIES =
      List.of(
          "aws.configFile", "aws.sharedCredentialsFile", "aws.profile", "aws.disableEc2Metadata");

  private static final Pattern RAW =
      Pattern.compile("Provider|software\\.|Exception|\\[default\\]=|Unable to");

  @TempDir private Path folder;

  @BeforeEach
  void own() {
    Requirement.applies(
        Stream.of("AWS_REGION", "AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE")
            .noneMatch(System.getenv()::containsKey),
        "the environment says what AWS's files would");
    System.setProperty("aws.disableEc2Metadata", "true");
    System.setProperty("aws.configFile", folder.resolve("config").toString());
    System.setProperty("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
  }

  @AfterEach
  void restore() {
    PROPERTIES.forEach(System::clearProperty);
  }

  private static ObjectStoreSettings settings(String region) {
    return new ObjectStoreSettings(
        "b", "p/", Optional.empty(), Optional.ofNullable(region), Optional.empty(), false);
  }

  private void files(String config, String credentials) throws IOException {
    Files.writeString(folder.resolve("config"), config.translateEscapes());
    Files.writeString(
        folder.resolve("credentials"), credentials.translateEscapes(), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "'[default]\\nregion = eu-west-1', '[default]\\naws_access_key_id = a\\naws_secret_access_key = b'",
    "'[default]\\nregion=eu-west-1\\naws_access_key_id=a\\naws_secret_access_key=b', ''"
  })
  void filesThatAreRightAreUsed(String config, String credentials) throws IOException {
    files(config, credentials);
    assertThatCode(() -> new ObjectStore(settings(null), "run").close()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "'[default\\nregion = x', '', 'config is not as AWS''s files are, from line 1 on'",
    "'region = x', '', 'config is not as AWS''s files are, from line 1 on'",
    "'[default]\\nregion', '', 'config is not as AWS''s files are, from line 2 on'",
    "'[default]\\n\\n= x', '', 'config is not as AWS''s files are, from line 3 on'",
    "'', '<html>', 'credentials is not as AWS''s files are, from line 1 on'",
    "'', 'aws_access_key_id = a', 'credentials is not as AWS''s files are, from line 1 on'",
    "'', '\\0\\1\\377\\376', 'credentials is not as AWS''s files are, from line 1 on'",
    "'', '', ''",
    "'[default]', '[default]\\naws_access_key_id = a', ''",
    "'[default]\\nrole_arn = arn:aws:iam::1:role/x', '', ''",
    "'[default]\\nrole_arn = arn:aws:iam::1:role/x\\nsource_profile = default', '', ''",
    "'[default]\\nrole_arn = arn:aws:iam::1:role/x\\nsource_profile = none', '', ''",
    "'[default]\\ncredential_process = false', '', ''",
    "'[default]\\nsso_session = none\\nsso_account_id = 1\\nsso_role_name = r', '', ''",
    "'[default]\\nweb_identity_token_file = /none\\nrole_arn = arn:aws:iam::1:role/x', '', ''"
  })
  void whatIsWrongIsNamedBeforeTheStoreIsAsked(String config, String credentials, String fault)
      throws IOException {
    files(config, credentials);
    for (String region : new String[] {null, "eu-west-1"}) {
      assertThatThrownBy(() -> new ObjectStore(settings(region), "run"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("s3://b/p/")
          .hasMessageContaining(fault)
          .satisfies(e -> assertThat(e.getMessage()).matches("[^\\n]*").doesNotContainPattern(RAW));
    }
  }

  @Test
  void aProfileThatIsNotThereIsNamed() throws IOException {
    files("[profile one]\\nregion = x", "[two]\\naws_access_key_id = a");
    System.setProperty("aws.profile", "three");
    assertThatThrownBy(() -> new ObjectStore(settings("eu-west-1"), "run"))
        .hasMessageContaining("there is no login for s3://b/p/: there is no profile 'three'")
        .hasMessageContaining("in " + folder.resolve("config"));
  }

  @Test
  void aFileThatIsAFolderIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("config"));
    assertThatThrownBy(() -> new ObjectStore(settings("eu-west-1"), "run"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("config is not a file that can be read");
  }
}
