(
  SELECT course_key, actor_id, video_id, duration, if(at = duration, 1, at) AS a, next AS b
  FROM (
    SELECT
      course_key, actor_id, verb,
      splitByString('/xblock/', object_id)[2] AS video_id,
      JSONExtractInt(event, 'context', 'extensions', 'https://w3id.org/xapi/video/extensions/length') AS duration,
      extract(event, 'video/extensions/time(?:-from)?":([0-9.]+)') AS position,
      toInt32(ceil(CAST(position AS Decimal32(2)))) AS at,
      leadInFrame(toNullable(at), 1, NULL) OVER (PARTITION BY course_key, actor_id, object_id ORDER BY time
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next
    FROM {judge}.seen
    WHERE course_key IN ({courses}) AND object_id LIKE '%video+block%'
      AND verb IN ('played', 'paused', 'seeked', 'terminated', 'completed')
  )
  WHERE verb = 'played' AND b > a
)
