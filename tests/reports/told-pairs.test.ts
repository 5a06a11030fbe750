/** Links between countries: the total of the cluster is told, so no small number may be what is left of it. */
import t from 'tap'
import { toldPairs } from '../../services/reports/told-pairs.ts'
import { report, reportRun, rowsOf, table } from './made-run.ts'

const pair = (a: string, b: string, observed: number, ratio: number | null = 1) => ({ a, b, observed, expected: 1, ratio })
const withheldOf = (pairs: Array<ReturnType<typeof pair>>): string[] => toldPairs({ countryPairs: pairs }, 3).pairs.filter(({ withheld }) => withheld).map(({ a, b }) => a + b)

t.test('a small number takes another with it, and those that are not judged', async t => {
  t.strictSame(withheldOf([pair('DE', 'DE', 80), pair('DE', 'DK', 1), pair('DK', 'DK', 39)]), ['DEDK', 'DKDK'], '120 and 119 would tell 1')
  t.strictSame(withheldOf([pair('DE', 'DE', 80), pair('DE', 'DK', 1), pair('DE', 'SE', 2), pair('DK', 'SE', 0, null)]), ['DEDK', 'DESE', 'DKSE'])
  t.strictSame(withheldOf([pair('DE', 'DE', 80), pair('DE', 'DK', 4, null), pair('DK', 'DK', 0, null)]), [], 'nothing is small')
})

t.test('where there is one pair alone, the total is it', async t => {
  t.strictSame(toldPairs({ countryPairs: [pair('DE', 'DE', 2)] }, 3), { pairs: [{ ...pair('DE', 'DE', 2), withheld: true, ratioWithheld: false }], total: true })
})

t.test('no table tells a small number, alone or by subtraction, or by another word', async t => {
  const made = reportRun({ members: 9 })
  for (const below of [3, 6]) {
    const document = await report(made, { countries: 'PL,LT,LV', suppressBelow: String(below) })
    const annex = table(document, 'country-pairs')
    const totals = new Map(rowsOf(table(document, 'cluster-metrics')).map(({ code, links }) => [code, links]))
    let hidden = 0
    for (const { code, countryPairs, links } of made.loaded.clusters.filter(cluster => annex.rows.some(row => row[0].value === cluster.code))) {
      const rows = annex.rows.filter(row => row[0].value === code)
      const [told, untold] = [rows.filter(row => row[3].value !== null), rows.filter(row => row[3].value === null)]
      t.ok(untold.every(row => row[3].text === 'withheld' && row[4].text === 'withheld'), `${code}: one word`)
      if (untold.length > 0) t.notOk(rows.some(row => row[4].text === 'too few'), `${code}: none says in other words that it is not judged`)
      t.ok(told.every(row => Number(row[3].value) === 0 || Number(row[3].value) >= below), `${code}: none is small`)
      t.ok(untold.length !== 1 || totals.get(code) === null, `${code}: none is alone`)
      t.equal(untold.length > 0, countryPairs.some(({ observed }) => observed > 0 && observed < below))
      if (totals.get(code) !== null) t.equal(totals.get(code), links)
      hidden += untold.length
      if (rows.length < 2) continue
      const page = table(document, `${code.toLowerCase()}-pairs`)
      t.strictSame(page.rows.map(row => row.slice(0, 4).map(({ text }) => text).join()).sort(), rows.map(row => row.slice(1).map(({ text }) => text).join()).sort(), `${code}: its page says the same`)
      t.strictSame(page.rows.map(row => row[2].value === null), page.rows.map((_, i) => i >= told.length), `${code}: withheld ones stand last, not where their number would put them`)
    }
    t.ok(hidden > 0, 'some are withheld')
  }
})
