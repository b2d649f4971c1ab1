package org.openedx.devdata.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestClickHouse;

/** Who may ask the embedded engine, and what a statement may reach; on the real engine. */
@Tag("clickhouse")
class EngineAccessTest {

  private static final String DATABASE = "test_access";
  private static final String SECRET = "the words of a file";
  private static TestClickHouse clickhouse;
  @TempDir private static Path folder;
  private static Path secret;

  @BeforeAll
  static void makeTables() throws IOException {
    clickhouse = TestClickHouse.required();
    Requirement.applies(clickhouse.kind().equals("embedded"), "tests the embedded endpoint");
    clickhouse.freshDatabase(DATABASE);
    clickhouse.run("CREATE TABLE test_access.t (a String) ENGINE = MergeTree ORDER BY a");
    clickhouse.run("CREATE TABLE test_access.file (file String, url String) ENGINE = Memory");
    secret = Files.writeString(folder.resolve("secret.tsv"), SECRET + "\n");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpRequest.Builder request(String more) {
    return HttpRequest.newBuilder(URI.create(clickhouse.url() + "/?database=" + DATABASE + more))
        .POST(HttpRequest.BodyPublishers.ofString("SELECT 1"));
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Test
  void passwordIsTakenInAnyOfAServersWays() throws Exception {
    String password = clickhouse.password();
    assertThat(send(request("&user=default&password=" + password)).body()).isEqualTo("1\n");
    assertThat(send(request("&password=" + password)).body()).isEqualTo("1\n");
    assertThat(send(request("").header("Authorization", basic("default", password))).body())
        .isEqualTo("1\n");
    assertThat(
            send(request("")
                    .header("X-ClickHouse-User", "default")
                    .header("X-ClickHouse-Key", password))
                .body())
        .isEqualTo("1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&user=default",
        "&user=default&password=x",
        "&user=ch_admin&password=PASSWORD"
      })
  void noOtherRequestIsAnswered(String login) throws Exception {
    HttpResponse<String> answer = send(request(login.replace("PASSWORD", clickhouse.password())));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("516");
    assertThat(answer.body()).contains("AUTHENTICATION_FAILED").doesNotContain("1\n");
    assertThat(send(request(login).header("Authorization", basic("default", "no"))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aRequestThatWasRefusedMayBeFollowedByAnother() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest refused =
        request("").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[300_000])).build();
    for (int times = 0; times < 3; times++) {
      assertThat(client.send(refused, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM file('@', 'TSV', 'a String')",
        "SELECT * FROM `file`('@', 'TSV', 'a String')",
        "SELECT * FROM fileCluster('default', '@', 'TSV', 'a String')",
        "SELECT * FROM '@'",
        "SELECT * FROM `@`",
        "SELECT * FROM filesystem('/etc')",
        "SELECT file('@')",
        "SELECT file/* x */\n('@')",
        "SELECT /*/ ' /*/ file('@') /* ' */",
        "SELECT 1 AS a$$, file('@') AS b$$",
        "SELECT `file`('@')",
        "SELECT `fil\\x65`('@')",
        "SELECT \"file\"('@')",
        "SELECT “file”('@')",
        "SELECT file\u00a0('@')",
        "SELECT arrayMap(file, ['@'])",
        "SELECT * APPLY file FROM (SELECT '@' AS x)",
        "SELECT * APPLY(file) FROM (SELECT '@' AS x)",
        "SELECT * FROM format(JSONEachRow, 'a Int8, b String DEFAULT file(\\'@\\')', '{\"a\":1}')",
        "SELECT * FROM format(JSONEachRow, 'a Int8, b String DEFAULT fil\\x65(\\'@\\')', '{\"a\":1}')",
        "SELECT * FROM eval('SELECT file(''@'')') SETTINGS allow_experimental_eval_table_function = 1",
        "INSERT INTO t VALUES (file('@'))",
        "INSERT INTO t VALUES ('a'), ((SELECT `file`('@')))",
        "INSERT INTO FUNCTION file('@.w', 'TSV', 'a String') VALUES ('x')",
        "INSERT INTO TABLE FUNCTION file('@.w', 'TSV', 'a String') SELECT 'x'",
        "INSERT INTO t FROM INFILE '@' FORMAT TSV",
        "SELECT 1 INTO OUTFILE '@.w' FORMAT TSV",
        "SELECT * FROM url('http://127.0.0.1:1/', 'TSV', 'a String')",
        "SELECT * FROM executable('x.sh', TSV, 'a String')",
        "SELECT * FROM sqlite('@', 't')",
        "SELECT * FROM icebergLocal('@')",
        "CREATE TABLE x (a String) ENGINE = File(TSV, '@')",
        "CREATE TABLE x (a String) ENGINE File(TSV, '@')",
        "CREATE TABLE x (a String) ENGINE = `File`(TSV, '@')",
        "CREATE TABLE x (a String) ENGINE = URL('file://@', 'TSV')",
        "CREATE TABLE x (a String) ENGINE = Executable('x.sh', TSV)",
        "CREATE TABLE x (k String) ENGINE = EmbeddedRocksDB(0, '@.w') PRIMARY KEY k",
        "CREATE TABLE x (a String) ENGINE = MergeTree ORDER BY a SETTINGS disk = disk(type = local, path = '/tmp/')",
        "CREATE TABLE x (a String, b String DEFAULT file('@')) ENGINE = Memory",
        "CREATE FUNCTION test_access_f AS (x) -> file(x)",
        "CREATE VIEW x AS SELECT * FROM file('@', 'TSV', 'a String')",
        "CREATE DATABASE test_access_fs ENGINE = Filesystem('/etc')",
        "CREATE DATABASE test_access_fs ENGINE = SQLite('@.w')",
        "ATTACH TABLE x FROM '@' (a String) ENGINE = MergeTree ORDER BY a",
        "CREATE DICTIONARY x (a String, b String) PRIMARY KEY a SOURCE(EXECUTABLE(COMMAND 'id > @.w' FORMAT TSV)) LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(0)",
        "CREATE DICTIONARY x (a String, b String) PRIMARY KEY a SOURCE(FILE(PATH '@' FORMAT 'TSV')) LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(0)",
        "CREATE DICTIONARY x (a String, b String) PRIMARY KEY a SOURCE(HTTP(URL 'http://127.0.0.1:1/' FORMAT 'TSV')) LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(0)",
        "BACKUP TABLE t TO File('@.w')",
        "CREATE USER somebody"
      })
  void noStatementReachesFilesProgramsAndUrls(String statement) throws Exception {
    HttpResponse<String> answer =
        clickhouse.post(statement.replace("@", secret.toString()), Map.of("database", DATABASE));
    if (answer.body().contains("UNKNOWN_TABLE")) {
      // Only the default database takes paths for tables.
      answer = clickhouse.post(statement.replace("@", secret.toString()), Map.of());
    }
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body())
        .containsAnyOf("ACCESS_DENIED", "CLUSTER_DOESNT_EXIST", "SYNTAX_ERROR");
    assertThat(answer.body()).doesNotContain(SECRET);
    assertThat(folder.resolve("secret.tsv.w")).doesNotExist();
    assertThat(clickhouse.run("SELECT count() FROM test_access.t")).isEqualTo("0\n");
  }

  @Test
  void aValueInPlaceOfAStringIsLookedAtToo() {
    String structure = "a Int8, b String DEFAULT file('%s')".formatted(secret);
    HttpResponse<String> answer =
        clickhouse.post(
            "SELECT * FROM format(JSONEachRow, {s:String}, '{\"a\":1}')",
            Map.of("param_s", structure));
    assertThat(answer.body()).contains("ACCESS_DENIED").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INSERT INTO file (file, url) VALUES ('file(x)', 'the default file'), (concat('a', 'b'), 'c')
          INSERT INTO test_access.file(file, url) SELECT 'a', 'b'
          SELECT file, url FROM file WHERE file = 'file(''/x'')'
          SELECT count(file), max(f.url) FROM file AS f
          SELECT engine FROM system.tables WHERE engine = 'File'
          CREATE TABLE IF NOT EXISTS disk (file String, url String) ENGINE = Memory
          SELECT * FROM s3('http://127.0.0.1:1/bucket/a', 'TSV', 'a String') LIMIT 0
          """)
  void namesThatLookLikeItAreFine(String statement) {
    HttpResponse<String> answer = clickhouse.post(statement, Map.of("database", DATABASE));
    assertThat(answer.body()).doesNotContain("ACCESS_DENIED").doesNotContain("SYNTAX_ERROR");
  }

  @Test
  void tenThousandIdsFitIntoOneAddress() {
    String ids =
        IntStream.range(0, 10_000)
            .mapToObj("'1f1a1c9e-0000-4000-8000-0000000%05d'"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    String address = "param_ids=" + URLEncoder.encode(ids, StandardCharsets.UTF_8);
    assertThat(address.length()).isGreaterThan(400_000);
    HttpResponse<String> answer =
        clickhouse.post("SELECT length({ids:Array(String)})", Map.of("param_ids", ids));
    assertThat(answer.body()).isEqualTo("10000\n");
  }

  @Test
  void anAddressLongerThanAServersLimitIsRefusedInWords() {
    HttpResponse<String> answer =
        clickhouse.post("SELECT 1", Map.of("param_a", "x".repeat(1 << 20)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("URI invalid or too long");
  }

  @Test
  void aLongStatementRunsWhenItsRequestSaysHowLong() {
    String list =
        IntStream.range(0, 60_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    String statement = "SELECT length([" + list + "])";
    assertThat(clickhouse.post(statement, Map.of()).body()).contains("max_query_size");
    assertThat(clickhouse.post(statement, Map.of("max_query_size", "1000000")).body())
        .isEqualTo("60000\n");
  }

  @Test
  void joinsAreNotReordered() {
    String setting = "SELECT getSetting('query_plan_optimize_join_order_limit')";
    assertThat(clickhouse.run(setting)).isEqualTo("0\n");
    assertThat(clickhouse.post(setting, Map.of("session_id", "joins")).body()).isEqualTo("0\n");
  }

  @Test
  void tablesOfAServersOwnRecordsAreThere() {
    assertThat(
            clickhouse.run(
                "SELECT count() FROM system.query_log WHERE type = 'QueryFinish'"
                    + " AND event_time > now() - 60 AND has(tables, 'x') AND user = 'default'"))
        .isEqualTo("0\n");
    assertThat(clickhouse.run("SELECT metric, value FROM system.asynchronous_metrics")).isEmpty();
    assertThat(clickhouse.run("SELECT count() > 0 FROM system.metrics")).isEqualTo("1\n");
  }
}
