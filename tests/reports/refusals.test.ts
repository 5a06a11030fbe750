/** What a report cannot be made of is refused with what was wrong, where, and what to do. */
import t from 'tap'
import { REPORT_REGIONS_MAX, ReportQuery } from '../../services/contract/report.ts'
import { ServiceError } from '../../services/errors.ts'
import { toyRun } from '../support/loaded-run.ts'
import { report, reportRun, rowsOf, table } from './made-run.ts'

const made = reportRun()
const refusal = async (query: Record<string, string>, from = made): Promise<ServiceError> => await report(from, query).then(() => { throw new Error('it was not refused') }, error => {
  if (error instanceof ServiceError) return error
  throw error
})

t.test('no country and no region', async t => {
  const { code, message } = await refusal({})
  t.equal(code, 'INVALID_INPUT')
  t.match(message, /countries=PL,SE or regions=.*has organisations in (PL|LT|LV) \(\d+\)/)
})

t.test('an empty list says what to give', async t => {
  for (const key of ['regions', 'countries']) t.match(ReportQuery.safeParse({ [key]: ' ,' }).error?.issues.map(({ message }) => message), [/^names nothing: give codes between commas, such as (regions|countries)=\w+,\w+, or leave it out$/])
})

t.test('unknown codes, with those most like them', async t => {
  const { code, errors, didYouMean } = await refusal({ countries: 'PL,LQ', regions: 'PL633,PL6X3' })
  t.equal(code, 'INVALID_INPUT')
  t.strictSame(errors?.map(({ path, value }) => [path, value]), [['countries', 'LQ'], ['regions', 'PL6X3']])
  t.ok(didYouMean?.some(near => near.length === 2) && didYouMean.some(near => near.startsWith('PL6')))
})

t.test('nobody there: says who is', async t => {
  t.match((await refusal({ countries: 'SE', regions: 'DE80' })).message, /no organisation in SE, DE80; it has organisations in .*PL \(\d+\)/)
})

t.test('a region that NUTS divides otherwise now, and that nobody is in, does not read as empty', async t => {
  const { message, errors, didYouMean } = await refusal({ countries: 'PL', regions: 'LV007' })
  t.match(message, /regions "LV007" \(Pierīga\) is a region of NUTS 2016 that NUTS 2024 divides otherwise.*nearest are LV00A \(Rīga\), LV00C \(Vidzeme\)/)
  t.match(errors, [{ path: 'regions', value: 'LV007' }])
  t.strictSame(didYouMean, ['LV00A', 'LV00C'])
  t.match((await refusal({ regions: 'LV007' })).message, /nearest are LV00A/, 'alone too')
})

t.test('fewer than the threshold; without a threshold they may be told', async t => {
  const toy = toyRun()
  t.match((await refusal({ regions: 'PL63' }, toy)).message, /fewer than 3 organisations in PL63: .*suppressBelow to 0/)
  t.match(await report(toy, { regions: 'PL63', suppressBelow: '0' }), { language: 'en' })
})

t.test(`more than ${REPORT_REGIONS_MAX} codes, in one list or in two`, async t => {
  const codes = (count: number): string => Array.from({ length: count }, (_, i) => `PL${i.toString(36).toUpperCase().padStart(3, '0')}`).join(',')
  t.notOk(ReportQuery.safeParse({ regions: codes(REPORT_REGIONS_MAX + 1) }).success)
  t.match((await refusal({ regions: codes(REPORT_REGIONS_MAX) })).message, /is not in/)
  t.equal((await refusal({ countries: 'LT', regions: codes(REPORT_REGIONS_MAX) })).message, `${REPORT_REGIONS_MAX + 1} countries and regions are named, above ${REPORT_REGIONS_MAX}; name wider regions, or countries.`)
})

t.test('the template cluster: no cluster, an unknown one, one without members in the group, one whose number is withheld', async t => {
  t.match((await refusal({ countries: 'PL', template: 'cluster' })).message, /name it, such as cluster=C\d/)
  const unknown = await refusal({ countries: 'PL', template: 'cluster', cluster: 'C77' })
  t.equal(unknown.code, 'NOT_FOUND')
  t.ok(unknown.didYouMean !== undefined && unknown.didYouMean.length > 0)
  const toy = toyRun()
  t.match((await refusal({ regions: 'PL63', template: 'cluster', cluster: 'C2', suppressBelow: '0' }, toy)).message, /C2 has no member in the countries and regions named. With enough are C1/)
  t.match((await refusal({ countries: 'PL', template: 'cluster', cluster: 'C2' }, toy)).message, /C2 has in the countries and regions named is withheld.*suppressBelow=0/)
})

t.test('a cluster that the template would not heed, and an earlier run that is the run itself', async t => {
  t.match((await refusal({ countries: 'PL', cluster: 'C1' })).message, /template is full: leave the cluster out/)
  await t.rejects(report(made, { countries: 'PL' }, { since: made.loaded }), { code: 'INVALID_INPUT', message: /the run of the report itself/ })
})

t.test('a code of NUTS 2016 is counted under that of NUTS 2024, and the report says so', async t => {
  const [older, newer] = [await report(made, { regions: 'PL633,LV008' }), await report(made, { regions: 'PL633,LV00C' })]
  t.match(JSON.stringify(older), /LV008 → LV00C/)
  t.notMatch(JSON.stringify(newer), /LV008 → LV00C/)
  const rows = (document: typeof older): unknown => rowsOf(table(document, 'parts'))
  t.strictSame(rows(older), rows(newer))
  t.ok(made.loaded.snapshot.region.values.includes('LV008'), 'the data itself has the older code')
  t.strictSame((await report(made, { regions: 'LV008,LV00C,PL633' })).title, older.title, 'one region asked for by both codes is one part')
})
