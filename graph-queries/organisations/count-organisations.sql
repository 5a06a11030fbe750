-- name: count-organisations
-- mode: read
-- rows: one
-- How many organisations pass the filter.
SELECT count(*) AS n
FROM organisation o
WHERE (:countries IS NULL OR o.country IN (SELECT value FROM json_each(:countries)))
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
