/** The profile of a country or of one of its sectors; before one is chosen, the countries of the table side by side. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ValueChainProfile } from '../../../services/contract/value-chains.ts'
import { economyName, sectorName } from '../../api/economies.ts'
import { profilePath, useTable } from '../../api/value-chains.ts'
import type { Economy } from '../../api/value-chains.ts'
import { choose, view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { share } from './amounts.ts'
import { Answered } from './answered.tsx'
import { Cautions } from './cautions.tsx'
import { CountriesOverview } from './countries-overview.tsx'
import { EconomyPicker } from './economy-picker.tsx'
import { ExportParts, KwwTerms } from './export-parts.tsx'
import { PartnersCard } from './partners-card.tsx'
import { Participation, Position, ProfileTotals } from './profile-figures.tsx'
import { SectorsTable } from './sectors-table.tsx'

export const profileName = ({ country, sector }: Pick<ValueChainProfile, 'country' | 'sector'>): string => sector === null ? economyName(country) : t('valueChains.profileOf', { country: economyName(country), sector: sectorName(sector) })

export function ProfilePart ({ table }: { table: string }): VNode {
  const { economy, sector } = view.value.choices
  const of: Economy | null = economy === undefined ? null : { table, country: economy, sector: sector ?? null }
  return (
    <>
      <div class='chain-query'>
        <EconomyPicker table={table} country={economy} sector={sector} none={t('valueChains.allCountries')} onChoose={(country, sector) => choose({ economy: country, sector })} />
        {of !== null && <Go to={{ choices: { ...view.value.choices, part: 'comparison' } }} class='button'>{t('valueChains.compare')}</Go>}
      </div>
      {of === null
        ? <CountriesOverview table={table} />
        : <Answered<ValueChainProfile> path={profilePath(of)}>{profile => <Profile profile={profile} of={of} />}</Answered>}
    </>
  )
}

function Profile ({ profile, of }: { profile: ValueChainProfile, of: Economy }): VNode {
  const { value: detail } = useTable(profile.table.hash)
  const head = useRef<HTMLHeadingElement>(null)
  // Whoever followed a link in a table that is gone now goes on at the top of what it led to.
  useLayoutEffect(() => { if (document.activeElement === document.body) head.current?.focus() }, [])
  const { participation: { gvc, backward } } = profile
  return (
    <>
      <h2 class='profile-name' tabIndex={-1} ref={head}>{profileName(profile)}</h2>
      <p class='sentence'>{gvc === null || backward === null ? t('valueChains.sentenceNoExports') : t('valueChains.sentence', { gvc: share(gvc), abroad: share(backward), home: share(1 - backward) })}</p>
      <ProfileTotals profile={profile} />
      <div class='grid'>
        <Participation profile={profile} />
        <Position profile={profile} />
        <ExportParts profile={profile} of={of} />
        {profile.kww.length > 0 && <KwwTerms profile={profile} of={of} />}
        <PartnersCard profile={profile} of={of} />
        {profile.sector === null && <SectorsTable profile={profile} of={of} />}
        <Cautions table={detail} valueAdded={profile.valueAdded} identities={profile.identities} />
      </div>
    </>
  )
}
