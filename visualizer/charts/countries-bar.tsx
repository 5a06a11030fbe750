/** Countries of a cluster as one bar in steps of its colour, with the numbers under it. */
import type { VNode } from 'preact'
import { countryName } from '../api/service.ts'
import { number, t } from '../text/translate.ts'

export function CountriesBar ({ code, countries }: { code: string, countries: Array<{ value: string, count: number }> }): VNode {
  const total = countries.reduce((sum, { count }) => sum + count, 0)
  const hue = /^C([1-9]|1[0-2])$/.test(code) ? code.toLowerCase() : 'cx'
  return (
    <div class={`countries-bar ${hue}`}>
      <div class='bar' role='img' aria-label={t('cluster.countriesBar', { list: countries.map(({ value, count }) => `${countryName(value)} ${count}`).join(', ') })}>
        {countries.map(({ value, count }, i) => <span key={value} style={{ width: `${100 * count / total}%`, opacity: String(Math.max(0.25, 1 - i * 0.12)) }} />)}
      </div>
      <p>{countries.map(({ value, count }) => <span key={value} title={countryName(value)}><strong>{value}</strong> {number(count)} </span>)}</p>
    </div>
  )
}
