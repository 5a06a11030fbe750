import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { kww } from '../../services/value-chains/decompositions/kww.ts'
import { column, deviation, leather, systemOf, twoCountries } from './example-tables.ts'

const TERMS = ['DVA_FIN', 'DVA_INT', 'DVA_INTrex', 'RDV_FIN', 'RDV_INT', 'DDC', 'FVA_FIN', 'FVA_INT', 'FDC']

t.test('the nine terms are those of decompr', async t => {
  const { tables: { country }, identities } = kww.compute(systemOf(leather()), {} as never, UNWATCHED)
  for (const term of TERMS) t.ok(deviation(country.columns[term], column('leather.kww.csv', term)) < 1e-12, term)
  for (const { says, residual, tolerance } of identities) t.ok(residual < tolerance, says)
})

t.test('exact fractions', async t => {
  const { tables: { country } } = kww.compute(systemOf(twoCountries()), {} as never, UNWATCHED)
  const exact = [[1040 / 63, 4400 / 189], [1040 / 189, 550 / 63], [0, 0], [325 / 189, 220 / 63], [325 / 504, 220 / 189], [65 / 168, 110 / 189], [220 / 63, 325 / 189], [220 / 189, 325 / 504], [110 / 189, 65 / 168]]
  for (const [k, term] of TERMS.entries()) t.ok(deviation(country.columns[term], exact[k]) < 1e-13, term)
})
