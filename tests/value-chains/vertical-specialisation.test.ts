import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { verticalSpecialisation } from '../../services/value-chains/decompositions/vertical-specialisation.ts'
import { column, deviation, leather, systemOf, twoCountries } from './example-tables.ts'

t.test('VS and VS1 are those of gvc', async t => {
  const { tables: { sector, country }, identities } = verticalSpecialisation.compute(systemOf(leather()), {} as never, UNWATCHED)
  t.ok(deviation(sector.columns.VS, column('leather.gvc_i2e.csv', 'i2e')) < 1e-13)
  t.ok(deviation(sector.columns.VS1, column('leather.gvc_e2r.csv', 'e2r')) < 1e-13)
  t.ok(deviation(country.columns.VS_share, column('leather.ref_country_indicators.csv', 'VS_share')) < 1e-13)
  for (const { residual, tolerance } of identities) t.ok(residual < tolerance)
})

t.test('exact fractions', async t => {
  const { tables: { country } } = verticalSpecialisation.compute(systemOf(twoCountries()), {} as never, UNWATCHED)
  t.ok(deviation(country.columns.VS, [110 / 21, 520 / 189]) < 1e-14)
  t.ok(deviation(country.columns.VS1, [520 / 189, 110 / 21]) < 1e-14)
  t.ok(deviation(country.columns.DC, [520 / 21, 7040 / 189]) < 1e-14)
})
