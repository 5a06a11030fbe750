import t from 'tap'
import fc from 'fast-check'
import { CountryCode, DomainCode, Id, LIST_LENGTH_MAX, NaceCode, NutsCode, PartialDate, RequiredText, Share, Text, TEXT_LENGTH_MAX, Website, Weight, WEIGHT_MAX, WEIGHT_MIN } from '../../services/contract/scalars.ts'

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean => schema.safeParse(value).success

t.test('text is trimmed, composed, bounded and free of control characters', async t => {
  t.equal(Text.parse('  Ri\u0304ga '), 'Rīga')
  t.equal(accepts(Text, 'x'.repeat(TEXT_LENGTH_MAX)), true)
  t.equal(accepts(Text, 'x'.repeat(TEXT_LENGTH_MAX + 1)), false)
  for (const character of ['\0', '\u0007', '\u001F']) t.equal(accepts(Text, `a${character}b`), false)
  for (const half of ['a\uD83D', '\uDC1Fb']) t.equal(accepts(Text, half), false, 'half of a pair')
  t.equal(accepts(Text, '\uD83D\uDC1F'), true)
  t.equal(accepts(RequiredText, '   '), false)
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
    const once = Text.safeParse(text)
    return !once.success || Text.parse(once.data) === once.data
  }))
})

t.test('countries: two letters in any case, EL and UK as GR and GB, NA as it is', async t => {
  t.strictSame(['pl', ' LV ', 'EL', 'UK', 'NA'].map(code => CountryCode.parse(code)), ['PL', 'LV', 'GR', 'GB', 'NA'])
  for (const code of ['', 'P', 'POL', '12', 'Ł1']) t.equal(accepts(CountryCode, code), false, code)
})

t.test('NUTS codes at any level', async t => {
  t.strictSame(['pl', 'PL8', 'LV00A', 'UKI31'].map(code => NutsCode.parse(code)), ['PL', 'PL8', 'LV00A', 'UKI31'])
  for (const code of ['', '1PL', 'PL8411', 'PL-84']) t.equal(accepts(NutsCode, code), false, code)
})

t.test('NACE codes at any level, with or without the section before the digits', async t => {
  t.strictSame(['C', '10', '10.1', '10.11', 'M72', 'm72.1'].map(code => NaceCode.parse(code)), ['C', '10', '10.1', '10.11', '72', '72.1'])
  for (const code of ['', 'V', '1', '10.', '10.111', 'meat']) t.equal(accepts(NaceCode, code), false, code)
})

t.test('domain codes name their taxonomy', async t => {
  for (const code of ['s3:bioeconomy', 'h2020:SC2', 'h2020:Euratom']) t.equal(accepts(DomainCode, code), true, code)
  for (const code of ['bioeconomy', 's4:x', 's3:', 's3:a b', `s3:${'x'.repeat(41)}`]) t.equal(accepts(DomainCode, code), false, code)
})

t.test('dates may be partial', async t => {
  for (const date of ['2019', '2019-05', '2019-05-31']) t.equal(accepts(PartialDate, date), true, date)
  for (const date of ['19', '2019-13', '2019-5', '2019-00', '2019-05-32', '31.05.2019', '2019-05-01T00:00']) t.equal(accepts(PartialDate, date), false, date)
})

t.test('weights are 0 or within their limits, shares lie between 0 and 1', async t => {
  for (const weight of [0, WEIGHT_MIN, 0.5, 1e12, WEIGHT_MAX]) t.equal(accepts(Weight, weight), true)
  for (const weight of [WEIGHT_MIN * 0.99, 5e-324, WEIGHT_MAX * 1.01, 1e300]) t.equal(accepts(Weight, weight), false, String(weight))
  for (const weight of [-1, NaN, Infinity, '5', null, undefined]) t.equal(accepts(Weight, weight), false, String(weight))
  t.strictSame([0, 1, 1.01, -0.01].map(share => accepts(Share, share)), [true, true, false, false])
})

t.test('ids are those the service makes', async t => {
  t.equal(accepts(Id, 'org-7g2k9x0m4q8r'), true)
  for (const id of ['org-7g2k9x0m4q8', 'ORG-7g2k9x0m4q8r', 'org-7g2k9x0m4q8i', 'foo-7g2k9x0m4q8r', 'org-7g2k9x0m4q8r\n']) t.equal(accepts(Id, id), false, id)
})

t.test('websites are web addresses', async t => {
  for (const website of ['https://a.example', 'http://b.example/x?y=1']) t.equal(accepts(Website, website), true, website)
  for (const website of ['www.a.example', 'ftp://a.example', 'javascript:alert(1)', 'mailto:a@b.example']) t.equal(accepts(Website, website), false, website)
  t.ok(LIST_LENGTH_MAX > 0)
})
