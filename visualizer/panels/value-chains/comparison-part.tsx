/** Two profiles side by side: every figure of both with its difference. The address holds both sides. */
import type { VNode } from 'preact'
import type { TableSummary, ValueChainProfile } from '../../../services/contract/value-chains.ts'
import { profileFile, profilePath } from '../../api/value-chains.ts'
import type { Economy } from '../../api/value-chains.ts'
import { choose, view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Answered } from './answered.tsx'
import { ComparedFigures, ComparedPartners, ComparedSectors } from './compared-tables.tsx'
import { EconomyPicker } from './economy-picker.tsx'
import { exportParts, PartsBar } from './export-parts.tsx'
import { FileLinks } from './file-links.tsx'
import { profileName } from './profile-part.tsx'
import { shortHash, tableName, TableOptionList } from '../input-output-tables/table-bar.tsx'

/** One side as the address has it, and the keys it is kept under. */
const SIDES = [
  { heading: 'valueChains.first', table: 'table', country: 'economy', sector: 'sector' },
  { heading: 'valueChains.second', table: 'withTable', country: 'with', sector: 'withSector' }
] as const

export function ComparisonPart ({ tables, table }: { tables: TableSummary[], table: string }): VNode {
  const { choices } = view.value
  const side = (keys: typeof SIDES[number]): { table: string, country: string | undefined, sector: string | undefined } =>
    ({ table: choices[keys.table] ?? table, country: choices[keys.country], sector: choices[keys.sector] })
  const both = SIDES.map(side)
  const [a, b] = both.map(economyOf)
  const swap = (): void => {
    const [first, second] = both
    choose({ table: second?.table ?? null, economy: second?.country ?? null, sector: second?.sector ?? null, withTable: first?.table ?? null, with: first?.country ?? null, withSector: first?.sector ?? null })
  }
  return (
    <>
      <p class='hint'>{t('valueChains.compareHint')}</p>
      <div class='compared-sides'>
        {SIDES.map((keys, i) => {
          const { table: own, country, sector } = side(keys)
          const shown = tables.find(({ hash }) => hash.startsWith(own))
          return (
            <section key={keys.heading} class='card chain-side' aria-label={t(keys.heading)}>
              <h2>{t(keys.heading)}</h2>
              {i > 0 && <label>{t('valueChains.table')} <select value={shown === undefined ? '' : shortHash(shown.hash)} onChange={event => choose({ [keys.table]: event.currentTarget.value })}>{shown === undefined && <option value=''>{own}</option>}<TableOptionList tables={tables} /></select></label>}
              {i === 0 && shown !== undefined && <p>{tableName(shown)}</p>}
              <EconomyPicker table={own} country={country} sector={sector} none={t('valueChains.choose')} onChoose={(chosen, part) => choose({ [keys.country]: chosen, [keys.sector]: part })} />
            </section>
          )
        })}
        <button type='button' class='icon-button' aria-label={t('valueChains.swap')} title={t('valueChains.swap')} disabled={a == null || b == null} onClick={swap}>⇄</button>
      </div>
      {a == null || b == null
        ? <p class='notice'>{t('valueChains.chooseBoth')}</p>
        : <Answered<ValueChainProfile> path={profilePath(a)}>{first => <Answered<ValueChainProfile> path={profilePath(b)}>{second => <Compared first={first} second={second} of={[a, b]} />}</Answered>}</Answered>}
    </>
  )
}

const economyOf = ({ table, country, sector }: { table: string, country: string | undefined, sector: string | undefined }): Economy | null => country === undefined ? null : { table, country, sector: sector ?? null }

function Compared ({ first, second, of }: { first: ValueChainProfile, second: ValueChainProfile, of: [Economy, Economy] }): VNode {
  const sameTable = first.table.hash === second.table.hash
  const nameOf = (profile: ValueChainProfile): string => sameTable ? profileName(profile) : t('valueChains.sideName', { name: profileName(profile), table: tableName(profile.table) })
  const names: [string, string] = [nameOf(first), nameOf(second)]
  const sameUnit = first.table.unit === second.table.unit
  const sides = { first, second, names, sameUnit }
  return (
    <>
      {!sameUnit && <p class='notice'>{t('valueChains.units', { a: first.table.unit, b: second.table.unit })}</p>}
      {first.table.year !== second.table.year && <p class='notice'>{t('valueChains.otherYears')}</p>}
      <div class='grid'>
        <section class='card full'>
          <h2>{t('valueChains.compareBars')}</h2>
          {[first, second].map((profile, i) => <div key={i}><h3 class='notes-head'>{names[i]}</h3><PartsBar title={names[i] ?? ''} parts={exportParts(profile)} /></div>)}
          <p class='hint'>{t('valueChains.exportPartsHint')} {t('valueChains.barNumbers')}</p>
        </section>
        <ComparedFigures {...sides} />
        <ComparedSectors {...sides} />
        <ComparedPartners {...sides} />
        <section class='card full'>
          <h2>{t('valueChains.compareFiles')}</h2>
          {of.map((economy, i) => <div key={i}><h3 class='notes-head'>{names[i]}</h3>{(['figures', 'exportParts', 'kww', 'sectors', 'partners'] as const).filter(part => part !== 'kww' || economy.sector === null).map(part => <div key={part} class='file-row'><span>{t(`valueChains.fileOf.${part}`)}</span> <FileLinks what={`${names[i] ?? ''}: ${t(`valueChains.fileOf.${part}`)}`} address={format => profileFile(economy, part, format)} /></div>)}</div>)}
        </section>
      </div>
    </>
  )
}
