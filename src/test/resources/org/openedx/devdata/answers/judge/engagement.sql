SELECT t.course_key AS course_key, t.place.1 AS content_level, p.block_id AS block_id, t.metric AS metric, any(t.total) AS total,
  countIf(l.done > 0) AS at_least_one, countIf(l.done = t.total) AS all,
  countIf(l.done > 0 AND s.at_risk) AS at_risk_at_least_one, countIf(l.done = t.total AND s.at_risk) AS at_risk_all
FROM (SELECT course_key, place, metric, count() AS total FROM (
  SELECT course_key, location, transform(type, ['problem', 'video', 'vertical'], ['problems', 'videos', 'pages'], '') AS metric,
    arrayJoin([('section', section, 0), ('subsection', section, subsection)]) AS place
  FROM {judge}.blocks WHERE course_key IN ({courses}) AND type IN ('problem', 'video', 'vertical')) GROUP BY course_key, place, metric) AS t
INNER JOIN (
  SELECT course_key, location AS block_id, if(type = 'chapter', ('section', section, 0), ('subsection', section, subsection)) AS place
  FROM {judge}.blocks WHERE course_key IN ({courses}) AND type IN ('chapter', 'sequential')) AS p ON t.course_key = p.course_key AND t.place = p.place
LEFT JOIN (
  SELECT i.course_key AS course_key, i.place AS place, i.metric AS metric, d.actor_id AS actor_id, uniqExact(d.block) AS done
  FROM (
  SELECT course_key, location, transform(type, ['problem', 'video', 'vertical'], ['problems', 'videos', 'pages'], '') AS metric,
    arrayJoin([('section', section, 0), ('subsection', section, subsection)]) AS place
  FROM {judge}.blocks WHERE course_key IN ({courses}) AND type IN ('problem', 'video', 'vertical')) AS i INNER JOIN (
  SELECT DISTINCT course_key, actor_id, extract(object_id, '/xblock/([^_]+)') AS block, 'problems' AS metric
  FROM {judge}.seen WHERE course_key IN ({courses}) AND verb = 'evaluated'
  UNION ALL
  SELECT DISTINCT course_key, actor_id, video_id AS block, 'videos' AS metric FROM {stretches}
  UNION ALL
  SELECT DISTINCT course_key, actor_id, splitByString('/xblock/', object_id)[2] AS block, 'pages' AS metric
  FROM {judge}.seen WHERE course_key IN ({courses}) AND verb = 'navigated' AND object_id LIKE '%type@vertical+block@%') AS d ON i.course_key = d.course_key AND i.location = d.block AND i.metric = d.metric
  GROUP BY course_key, place, metric, actor_id) AS l ON t.course_key = l.course_key AND t.place = l.place AND t.metric = l.metric
LEFT JOIN {standing} AS s ON s.course_key = l.course_key AND s.actor_id = l.actor_id
GROUP BY course_key, content_level, block_id, metric
