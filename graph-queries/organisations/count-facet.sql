-- name: count-facet
-- mode: read
-- rows: many
-- How many organisations that pass the filter have each value of one facet.
SELECT facet.value AS value, count(*) AS count
FROM organisation o
JOIN json_each(CASE :facet
  WHEN 'country' THEN json_array(o.country)
  WHEN 'kind' THEN json_array(o.kind)
  WHEN 'sizeClass' THEN json_array(o.sizeClass)
  WHEN 'source' THEN json_array(o.source)
  ELSE o.domains
END) facet
WHERE facet.value IS NOT NULL
  AND (:countries IS NULL OR o.country IN (SELECT value FROM json_each(:countries)))
  AND (:regions IS NULL OR EXISTS (SELECT 1 FROM json_each(:regions) code WHERE substr(o.regionCode, 1, length(code.value)) = code.value))
  AND (:kinds IS NULL OR o.kind IN (SELECT value FROM json_each(:kinds)))
  AND (:sizeClasses IS NULL OR o.sizeClass IN (SELECT value FROM json_each(:sizeClasses)))
  AND (:domains IS NULL OR EXISTS (SELECT 1 FROM json_each(o.domains) domain WHERE domain.value IN (SELECT value FROM json_each(:domains))))
  AND (:sectors IS NULL OR EXISTS (
    SELECT 1 FROM json_each(o.sectors) sector JOIN json_each(:sectors) code ON substr(sector.value, 1, length(code.value)) = code.value
  ))
  AND (:network IS NULL OR o.rid IN (SELECT m.organisation FROM membership m JOIN network n ON n.rid = m.network WHERE n.id = :network))
  AND (:areaCountries IS NULL OR o.country IN (SELECT value FROM json_each(:areaCountries))
    OR EXISTS (SELECT 1 FROM json_each(:areaRegions) code WHERE substr(o.regionCode, 1, length(code.value)) = code.value))
GROUP BY facet.value
ORDER BY count DESC, facet.value
