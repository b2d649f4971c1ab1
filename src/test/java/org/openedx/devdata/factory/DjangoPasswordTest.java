package org.openedx.devdata.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes were made by Django 5.2. */
class DjangoPasswordTest {

  private static final String SHA1_OF_TEST =
      "pbkdf2_sha1$1000$seasalt$gjXkPNzt/Q+RjlInTaobV6yYflU=";

  @ParameterizedTest
  @CsvSource({
    "test, pbkdf2_sha256$1000$seasalt$qXhrnspPtFMOx3WzpMFj4zUhfZJz3lZRN5S50qrdK8s=",
    "Password1234,"
        + " pbkdf2_sha256$1000$devdataSalt0000000000x$HwC2X9gcysidwmdTN5n/obgkxlZM2VeG3BhQ0jj5cvc=",
    "p\u00e4ssw\u00f6rd, pbkdf2_sha256$20000$abcABC123$NK+Hpt47xvvCZL3H0m3izjPSTT69DrY26ssAm2yuqPI=",
    "edx, pbkdf2_sha256$20000$TjE34FJjc3vv$0B7GUmH8RwrOc/BvMoxjb5j8EgnWTt3sxorDANeF7Qw=",
    "test,"
        + " pbkdf2_sha256$1000000$2hZz7gGmXh8mRr4m0aV9oQ$/EkAfAMoRQwUqM2LK/buBsoaZqkE8WVUVSBGK8A7tdg=",
    "'', pbkdf2_sha256$1000$salt$lPtWrz6iLl0+0bBUCFsTbKMBt12LQGyALEiUefJzh8Y=",
    "\ufb01\u2460\u00bd, pbkdf2_sha256$1000$abc$s9GCzOLQiDCZ6xWE/NPCqTJcZbRIhbzZu9x5O61hvkU=",
    "\ud83d\ude00 \u65e5\u672c, pbkdf2_sha256$7$abc$tI80rYwYnGaCa6Wh0wq1E6NA8p8cQTYv5dHqpcV8miM=",
    "e\u0301, pbkdf2_sha256$1000$abc$7m081q8uBV9DdANT/iSW1C/9/tHmGPrYjoVUXAqhcBU=",
    "\u00e9, pbkdf2_sha256$1000$abc$7m081q8uBV9DdANT/iSW1C/9/tHmGPrYjoVUXAqhcBU=",
  })
  void encodesAndVerifiesAsDjangoDoes(String password, String stored) {
    String[] parts = stored.split("\\$");

    assertThat(DjangoPassword.encode(password, parts[2], Integer.parseInt(parts[1])))
        .isEqualTo(stored);
    assertThat(DjangoPassword.matches(password, stored)).contains(true);
    assertThat(DjangoPassword.matches(password + "x", stored)).contains(false);
    assertThat(DjangoPassword.problemOf(stored)).isEmpty();
  }

  @Test
  void longPasswordAndForeignSaltAreEncodedAsDjangoDoes() {
    assertThat(DjangoPassword.encode("x".repeat(100), "s\u00e4lt", 1000))
        .isEqualTo("pbkdf2_sha256$1000$s\u00e4lt$6cyLJH8akQh0JSMZV66tbqYCH2JUBFd9SAjPyTswngY=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "p\u00e4ss", "\ud83d\ude00", "\u212b ngstr\u00f6m", "\u0000"})
  void agreesWithPbkdf2WrittenFromItsDefinition(String password) throws Exception {
    assertThat(DjangoPassword.encode(password, "s4lt", 50))
        .endsWith("$" + Base64.getEncoder().encodeToString(pbkdf2(password, "s4lt", 50)));
  }

  @Test
  void olderSchemeOfDjangoIsVerified() {
    assertThat(DjangoPassword.matches("test", SHA1_OF_TEST)).contains(true);
    assertThat(DjangoPassword.matches("Test", SHA1_OF_TEST)).contains(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scrypt$16384$seasalt$8$5$04z07Zk8x6T4zMbfsV8SgwtBMSAGU7LnU3u4YC36V4F4e6yYFMvMbKAh/Ie1OZMgTpYxo"
            + "74U4IqI9FsNOoRtHw==",
        "argon2$argon2id$v=19$m=102400,t=2,p=8$c2Vhc2FsdHNlYXNhbHQ$dAmR6ZRggnIx2AfZjao6E5jvN/xRs61"
            + "DZovl0yMI9Us",
        "bcrypt_sha256$$2b$12$i/7vqM8KAZs62Hh61BdAb.kUcUIl/TTdvISFJ4.ONW4zch/rw1Sl6",
      })
  void schemesThatOnlyDjangoChecksAreAcceptedButNotJudged(String stored) {
    assertThat(DjangoPassword.problemOf(stored)).isEmpty();
    assertThat(DjangoPassword.matches("test", stored)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the password hash is empty",
        "hunter2 | the password hash does not begin with a known algorithm and '$'; write a plain"
            + " password under 'password', or a hash such as pbkdf2_sha256$ITERATIONS$SALT$BASE64 of"
            + " 32 bytes",
        "md5$seasalt$9f100988a31ab894ced1f4882fa410b8 | a running LMS does not accept password hashes"
            + " of the algorithm 'md5'; use pbkdf2_sha256$ITERATIONS$SALT$BASE64 of 32 bytes",
        "sha1$a$b | a running LMS does not accept password hashes of the algorithm 'sha1'; use"
            + " pbkdf2_sha256$ITERATIONS$SALT$BASE64 of 32 bytes",
        "bcrypt$$2b$12$x | a running LMS does not accept password hashes of the algorithm 'bcrypt'; use"
            + " pbkdf2_sha256$ITERATIONS$SALT$BASE64 of 32 bytes",
        "pbkdf2_sha256$1000$salt$short= | the password hash of the algorithm 'pbkdf2_sha256' is"
            + " malformed; expected pbkdf2_sha256$ITERATIONS$SALT$BASE64 of 32 bytes",
        "pbkdf2_sha256$0$s$qXhrnspPtFMOx3WzpMFj4zUhfZJz3lZRN5S50qrdK8s= | the password hash of the"
            + " algorithm 'pbkdf2_sha256' is malformed; expected"
            + " pbkdf2_sha256$ITERATIONS$SALT$BASE64 of 32 bytes",
        "pbkdf2_sha256$10$$qXhrnspPtFMOx3WzpMFj4zUhfZJz3lZRN5S50qrdK8s= | the password hash of the"
            + " algorithm 'pbkdf2_sha256' is malformed; expected"
            + " pbkdf2_sha256$ITERATIONS$SALT$BASE64 of 32 bytes",
        "argon2$x | the password hash of the algorithm 'argon2' is malformed; expected"
            + " argon2$argon2id$v=19$m=MEMORY,t=TIME,p=THREADS$SALT$HASH",
      })
  void badHashIsExplainedWithoutShowingIt(String stored, String problem) {
    assertThat(DjangoPassword.problemOf(stored)).contains(problem);
    assertThat(DjangoPassword.matches("test", stored)).contains(false);
  }

  @Test
  void tooLongHashIsExplained() {
    assertThat(DjangoPassword.problemOf("!" + "x".repeat(128)))
        .contains("the password hash has 129 characters, at most 128 fit");
  }

  @Test
  void unusablePasswordIsFineAndMatchesNothing() {
    assertThat(DjangoPassword.problemOf("!abc")).isEmpty();
    assertThat(DjangoPassword.matches("abc", "!abc")).contains(false);
  }

  @Test
  void saltWithASeparatorIsRefused() {
    assertThatThrownBy(() -> DjangoPassword.encode("a", "b$c", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("salt");
    assertThatThrownBy(() -> DjangoPassword.encode("a", "", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DjangoPassword.encode("a", "b", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("iterations");
  }

  /** RFC 8018, one block. */
  private static byte[] pbkdf2(String password, String salt, int iterations) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    String text = Normalizer.normalize(password, Normalizer.Form.NFKC);
    mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update(salt.getBytes(StandardCharsets.UTF_8));
    byte[] u = mac.doFinal(new byte[] {0, 0, 0, 1});
    byte[] sum = Arrays.copyOf(u, u.length);
    for (int i = 1; i < iterations; i++) {
      u = mac.doFinal(u);
      for (int k = 0; k < sum.length; k++) {
        sum[k] ^= u[k];
      }
    }
    return sum;
  }
}
