/** Value-chain communities of a table: the form that starts their analysis, and those that were made of it. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { NETWORK_LEVELS, NETWORK_LINKS } from '../../../services/contract/value-added-network.ts'
import type { RunNetwork } from '../../../services/contract/value-added-network.ts'
import { openRun, startAnalysis } from '../../api/analysis.ts'
import type { FieldProblems } from '../../api/analysis.ts'
import { useRuns } from '../../api/runs.ts'
import { running, status } from '../../api/service.ts'
import { t } from '../../text/translate.ts'
import { ChoiceField, TickField } from '../analyses/field.tsx'
import { chosenSettings } from '../analyses/unusual-settings.ts'
import { runName } from '../analyses/words.ts'

/** Rules offered here; the API takes any level and share. */
const BACKBONES = { disparity: undefined, share: { rule: 'share', share: 0.8 }, all: { rule: 'all' } } as const
const RULES = ['disparity', 'share', 'all'] as const

export const CommunitiesPart = ({ table }: { table: string }): VNode => (
  <div class='grid'>
    <section class='card full'>
      <h2>{t('tableRun.title')}</h2>
      <p>{t('tableRun.lead')}</p>
      {status.value?.writable === true && <CommunitiesForm table={table} />}
    </section>
    <section class='card full'>
      <h2>{t('tableRun.made')}</h2>
      <MadeOf table={table} />
    </section>
  </div>
)

function CommunitiesForm ({ table }: { table: string }): VNode {
  const [problems, setProblems] = useState<FieldProblems>({})
  const busy = running.value !== null && running.value.status !== 'failed'
  const send = async (given: FormData): Promise<void> => {
    const backbone = BACKBONES[given.get('backbone') as keyof typeof BACKBONES]
    const network = { table, level: given.get('level'), links: given.get('links'), domestic: given.get('domestic') !== null, ...(backbone !== undefined && { backbone }) } as RunNetwork
    setProblems(await startAnalysis({ network }, 'clusters'))
  }
  return (
    <form class='analysis wide' noValidate onSubmit={event => { event.preventDefault(); void send(new FormData(event.currentTarget)) }}>
      <div class='analysis-options'>
        <ChoiceField name='level' label={t('tableRun.level')} hint={t('tableRun.levelHint')} words={NETWORK_LEVELS.map(word => ({ word, label: t(`tableRun.nodes.${word}`) }))} problem={problems['network.level']} />
        <ChoiceField name='links' label={t('tableRun.linksLabel')} hint={t('tableRun.linksHint')} words={NETWORK_LINKS.map(word => ({ word, label: t(`tableRun.links.${word}`) }))} problem={problems['network.links']} />
        <ChoiceField name='backbone' label={t('tableRun.backbone')} hint={t('tableRun.backboneHint')} words={RULES.map(word => ({ word, label: t(`tableRun.backbone.${word}`) }))} problem={problems['network.backbone']} />
        <TickField name='domestic' label={t('tableRun.domestic')} hint={t('tableRun.domesticHint')} problem={problems['network.domestic']} />
      </div>
      {(problems[''] ?? problems['network.table']) !== undefined && <p class='notice' role='alert'>{problems[''] ?? problems['network.table']}</p>}
      <p class='actions'><button type='submit' class='button primary' disabled={busy}>{t('tableRun.start')}</button></p>
    </form>
  )
}

/** `table`: the beginning of its hash. */
function MadeOf ({ table }: { table: string }): VNode {
  const made = useRuns()?.items.filter(({ status, request }) => status === 'completed' && request.network?.table.startsWith(table) === true) ?? []
  if (made.length === 0) return <p>{t('tableRun.none')}</p>
  return <ul class='share-list'>{made.map(run => <li key={run.id}><button type='button' class='text-button' onClick={() => openRun(run)}>{runName(run)}</button> <span class='hint'>{chosenSettings(run.request, undefined).join('; ')}</span></li>)}</ul>
}
