DROP TABLE IF EXISTS {judge}.seen;
CREATE TABLE {judge}.seen ENGINE = MergeTree ORDER BY (course_key, actor_id, time) AS
SELECT
  event_id,
  emission_time AS time,
  splitByChar('/', JSONExtractString(event, 'verb', 'id'))[-1] AS verb,
  JSONExtractString(event, 'actor', 'account', 'name') AS actor_id,
  JSONExtractString(event, 'object', 'id') AS object_id,
  extract(event, '/course/((?:course|ccx)-v1:[^"/?]+)"') AS course_key,
  event
FROM {raw} FINAL;
DROP TABLE IF EXISTS {judge}.blocks;
CREATE TABLE {judge}.blocks ENGINE = MergeTree ORDER BY (course_key, location) AS
SELECT
  course_key,
  location,
  any(JSONExtractString(xblock_data_json, 'block_type')) AS type,
  any(JSONExtractInt(xblock_data_json, 'section')) AS section,
  any(JSONExtractInt(xblock_data_json, 'subsection')) AS subsection,
  any(JSONExtractBool(xblock_data_json, 'graded')) AS graded
FROM {sink}.course_blocks
WHERE (course_key, time_last_dumped) IN (
  SELECT course_key, max(time_last_dumped) FROM {sink}.course_blocks GROUP BY course_key)
GROUP BY course_key, location
