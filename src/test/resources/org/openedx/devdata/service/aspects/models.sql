-- Models after those of dbt, with the traps of the real ones: triggers on triggers that join courses as
-- they are at that moment, dictionaries, timers. {x} has the statements, {s} the courses, {r} the reports.
-- Lines between `-- only RELEASE` and `-- end` are of that release of dbt alone.
CREATE DATABASE IF NOT EXISTS {r};

CREATE TABLE {x}.xapi_events_all_parsed (
  event_id UUID, verb_id String, actor_id String, object_id String, course_id String,
  org String, course_key String, emission_time DateTime, event String
) ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(emission_time)
ORDER BY (org, course_id, verb_id, actor_id, emission_time, event_id)
TTL toDateTime(emission_time) + INTERVAL 1 YEAR;

CREATE MATERIALIZED VIEW {x}.xapi_events_all_parsed_mv TO {x}.xapi_events_all_parsed AS
SELECT
  event_id,
  JSONExtractString(event, 'verb', 'id') AS verb_id,
  JSONExtractString(event, 'actor', 'account', 'name') AS actor_id,
  JSONExtractString(event, 'object', 'id') AS object_id,
  multiIf(
    JSONExtractString(event, 'context', 'contextActivities', 'parent', 1, 'definition', 'type')
      = 'http://adlnet.gov/expapi/activities/course',
    JSONExtractString(event, 'context', 'contextActivities', 'parent', 1, 'id'),
    JSONExtractString(event, 'context', 'contextActivities', 'parent', 1, 'objectType') != '',
    JSONExtractString(event, 'context', 'contextActivities', 'grouping', 1, 'id'),
    object_id) AS course_id,
  ifNull(get_org_from_course_url(course_id), '') AS org,
  splitByChar('/', course_id)[-1] AS course_key,
  emission_time,
  event
FROM {x}.xapi_events_all;

CREATE TABLE {x}.problem_events (
  event_id UUID, emission_time DateTime, org String, course_key String, actor_id String,
  problem_id String, verb_id String, responses String, scaled_score Float32, success Bool, attempts Int16
) ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(emission_time)
ORDER BY (org, course_key, verb_id, emission_time, actor_id, problem_id, responses, success, event_id)
TTL toDateTime(emission_time) + INTERVAL 1 YEAR;

CREATE MATERIALIZED VIEW {x}.problem_events_mv TO {x}.problem_events AS
SELECT
  event_id, emission_time, org, course_key, actor_id,
  extract(object_id, 'xblock/([^_/]+)') AS problem_id,
  verb_id,
  JSONExtractString(event, 'result', 'response') AS responses,
  JSONExtractFloat(event, 'result', 'score', 'scaled') AS scaled_score,
  JSONExtractBool(event, 'result', 'success') AS success,
  CAST(JSONExtractRaw(event, 'object', 'definition', 'extensions',
    'http://id.tincanapi.com/extension/attempt-id'), 'Int16') AS attempts
FROM {x}.xapi_events_all_parsed
WHERE verb_id = 'https://w3id.org/xapi/acrossx/verbs/evaluated';

CREATE TABLE {x}.video_playback_events (
  event_id UUID, emission_time DateTime, emission_time_long DateTime64(6), org String, course_key String,
  actor_id String, object_id String, verb_id String, video_position Int32, video_duration Int32
) ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(emission_time)
ORDER BY (org, course_key, verb_id, emission_time, actor_id, video_position, event_id)
TTL toDateTime(emission_time) + INTERVAL 1 YEAR;

CREATE MATERIALIZED VIEW {x}.video_playback_events_mv TO {x}.video_playback_events AS
SELECT
  event_id, emission_time, toDateTime64(emission_time, 6) AS emission_time_long, org, course_key, actor_id,
  object_id, verb_id,
  toInt32(ceil(if(
    JSONHas(event, 'result', 'extensions', 'https://w3id.org/xapi/video/extensions/time'),
    JSONExtractFloat(event, 'result', 'extensions', 'https://w3id.org/xapi/video/extensions/time'),
    JSONExtractFloat(event, 'result', 'extensions', 'https://w3id.org/xapi/video/extensions/time-from'))))
    AS video_position,
  toInt32(JSONExtractFloat(event, 'context', 'extensions', 'https://w3id.org/xapi/video/extensions/length'))
    AS video_duration
FROM {x}.xapi_events_all_parsed
WHERE object_id LIKE '%video+block%';

CREATE TABLE {s}.dim_most_recent_course_blocks (
  org String, course_key String, location String, display_name String, graded Bool, course_order Int32,
  block_type String, section Int32, subsection Int32, time_last_dumped String
) ENGINE = ReplacingMergeTree ORDER BY location;

CREATE MATERIALIZED VIEW {s}.dim_most_recent_course_blocks_mv TO {s}.dim_most_recent_course_blocks AS
SELECT
  org, course_key, location, display_name,
  JSONExtractBool(xblock_data_json, 'graded') AS graded,
  `order` AS course_order,
  JSONExtractString(xblock_data_json, 'block_type') AS block_type,
  JSONExtractInt(xblock_data_json, 'section') AS section,
  JSONExtractInt(xblock_data_json, 'subsection') AS subsection,
  time_last_dumped
FROM {s}.course_blocks;

CREATE DICTIONARY {s}.dim_course_names (course_key String, course_name String, org String)
PRIMARY KEY course_key
SOURCE(CLICKHOUSE(QUERY 'SELECT course_key, argMax(display_name, modified), any(org) FROM {s}.course_overviews GROUP BY course_key'))
LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(100000);

CREATE DICTIONARY {r}.dim_course_block_names (location String, block_name String, course_order Int32, graded Bool)
PRIMARY KEY location
SOURCE(CLICKHOUSE(QUERY 'SELECT location, display_name, course_order, graded FROM {s}.dim_most_recent_course_blocks FINAL'))
LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(100000);

-- only 8.0
CREATE VIEW {r}.dim_course_blocks AS
SELECT
  blocks.org AS org, blocks.course_key AS course_key,
  dictGet('{s}.dim_course_names', 'course_name', tuple(blocks.course_key)) AS course_name,
  blocks.location AS block_id,
  dictGetOrDefault('{r}.dim_course_block_names', 'block_name', tuple(blocks.location), '') AS block_name,
  dictGetOrDefault('{r}.dim_course_block_names', 'course_order', tuple(blocks.location), 0) AS course_order,
  dictGetOrDefault('{r}.dim_course_block_names', 'graded', tuple(blocks.location), false) AS graded
FROM {s}.dim_most_recent_course_blocks AS blocks FINAL
WHERE course_name != '';
-- end

-- only 8.1
CREATE TABLE {r}.dim_course_blocks (
  org String, course_key String, course_name String, block_id String, block_name String, course_order Int32,
  graded Bool, in_latest_publish Bool, block_type String, section Int32, subsection Int32
) ENGINE = MergeTree ORDER BY (org, course_key, block_id);

CREATE MATERIALIZED VIEW {r}.dim_course_blocks_mv REFRESH EVERY 5 MINUTE RANDOMIZE FOR 1 MINUTE TO {r}.dim_course_blocks AS
WITH latest AS (
  SELECT course_key, max(time_last_dumped) AS newest FROM {s}.dim_most_recent_course_blocks FINAL GROUP BY course_key
)
SELECT
  blocks.org AS org, blocks.course_key AS course_key,
  dictGet('{s}.dim_course_names', 'course_name', tuple(blocks.course_key)) AS course_name,
  blocks.location AS block_id, blocks.display_name AS block_name, blocks.course_order AS course_order,
  blocks.graded AS graded, blocks.time_last_dumped = latest.newest AS in_latest_publish,
  blocks.block_type AS block_type, blocks.section AS section, blocks.subsection AS subsection
FROM {s}.dim_most_recent_course_blocks AS blocks FINAL
INNER JOIN latest ON blocks.course_key = latest.course_key
WHERE dictHas('{s}.dim_course_names', tuple(blocks.course_key));

CREATE TABLE {r}.dim_course_subsection_items (
  org String, course_key String, block_type String, section Int32, subsection Int32, graded Bool, item_count UInt64
) ENGINE = MergeTree ORDER BY (org, course_key, block_type, section, subsection);

CREATE MATERIALIZED VIEW {r}.dim_course_subsection_items_mv REFRESH EVERY 5 MINUTE DEPENDS ON {r}.dim_course_blocks_mv
TO {r}.dim_course_subsection_items AS
SELECT org, course_key, block_type, section, subsection, max(graded) AS graded, count() AS item_count
FROM {r}.dim_course_blocks
WHERE in_latest_publish AND block_type IN ('vertical', 'problem', 'video')
GROUP BY org, course_key, block_type, section, subsection;
-- end

CREATE TABLE {r}.dim_learner_last_response (
  org String, course_key String, problem_id String, actor_id String, problem_name String, course_order Int32,
  graded Bool, responses String, success Bool, attempts Int16, emission_time DateTime
) ENGINE = ReplacingMergeTree ORDER BY (org, course_key, problem_id, actor_id);

CREATE MATERIALIZED VIEW {r}.dim_learner_last_response_mv TO {r}.dim_learner_last_response AS
SELECT
  answers.org AS org, answers.course_key AS course_key, answers.problem_id AS problem_id,
  answers.actor_id AS actor_id, blocks.block_name AS problem_name, blocks.course_order AS course_order,
  blocks.graded AS graded, answers.responses AS responses, answers.success AS success,
  answers.attempts AS attempts, answers.emission_time AS emission_time
FROM (SELECT * FROM {x}.problem_events ORDER BY emission_time DESC LIMIT 1 BY org, course_key, problem_id, actor_id) AS answers
LEFT JOIN {r}.dim_course_blocks AS blocks
  ON answers.course_key = blocks.course_key AND answers.problem_id = blocks.block_id;

CREATE TABLE {r}.dim_subsection_problem_results (
  org String, course_key String, problem_id String, actor_id String, problem_name String, success Bool
) ENGINE = ReplacingMergeTree ORDER BY (org, course_key, problem_id, actor_id);

CREATE MATERIALIZED VIEW {r}.dim_subsection_problem_results_mv TO {r}.dim_subsection_problem_results AS
SELECT answers.org AS org, answers.course_key AS course_key, answers.problem_id AS problem_id,
  answers.actor_id AS actor_id, blocks.block_name AS problem_name, answers.success AS success
FROM {r}.dim_learner_last_response AS answers
INNER JOIN {r}.dim_course_blocks AS blocks
  ON answers.course_key = blocks.course_key AND answers.problem_id = blocks.block_id
WHERE answers.graded;

-- only 8.1
CREATE TABLE {r}.fact_video_watch_intervals (
  org String, course_key String, object_id String, actor_id String, start_event_id UUID,
  start_emission_time DateTime64(6), start_video_position Int32, end_video_position Nullable(Int32),
  video_duration Int32, computed_at DateTime
) ENGINE = ReplacingMergeTree(computed_at) PRIMARY KEY (org, course_key, object_id, actor_id)
ORDER BY (org, course_key, object_id, actor_id, start_event_id);

CREATE MATERIALIZED VIEW {r}.fact_video_watch_intervals_mv
REFRESH EVERY 5 MINUTE RANDOMIZE FOR 1 MINUTE APPEND TO {r}.fact_video_watch_intervals AS
WITH recent AS (
  SELECT DISTINCT org, course_key, actor_id, object_id FROM {x}.video_playback_events
  WHERE emission_time > now() - INTERVAL 1 DAY
)
SELECT
  org, course_key, object_id, actor_id, event_id AS start_event_id, emission_time_long AS start_emission_time,
  video_position AS start_video_position, next_position AS end_video_position, video_duration,
  now() AS computed_at
FROM (
  SELECT *, leadInFrame(toNullable(video_position), 1, NULL) OVER (
    PARTITION BY org, course_key, actor_id, object_id ORDER BY emission_time_long, event_id
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next_position
  FROM {x}.video_playback_events FINAL
  WHERE (org, course_key, actor_id, object_id) IN (SELECT org, course_key, actor_id, object_id FROM recent)
    AND NOT endsWith(verb_id, 'initialized')
)
WHERE endsWith(verb_id, 'played');

CREATE TABLE {r}.fact_video_watches (
  org String, course_key String, object_id String, actor_id String, video_duration Int32, watched_seconds UInt64,
  computed_at DateTime
) ENGINE = ReplacingMergeTree(computed_at) ORDER BY (org, course_key, object_id, actor_id);

CREATE MATERIALIZED VIEW {r}.fact_video_watches_mv
REFRESH EVERY 5 MINUTE DEPENDS ON {r}.fact_video_watch_intervals_mv APPEND TO {r}.fact_video_watches AS
SELECT
  org, course_key, object_id, actor_id, max(video_duration) AS video_duration,
  length(arrayDistinct(arrayFlatten(groupArray(
    range(toUInt32(start_video_position), toUInt32(ifNull(end_video_position, 0))))))) AS watched_seconds,
  now() AS computed_at
FROM {r}.fact_video_watch_intervals FINAL
WHERE (org, course_key, object_id, actor_id) IN (
    SELECT org, course_key, object_id, actor_id FROM {r}.fact_video_watch_intervals
    WHERE start_emission_time > now() - INTERVAL 1 DAY)
  AND end_video_position > start_video_position
GROUP BY org, course_key, object_id, actor_id;
-- end
