/** One page of the method: what it is for, what is to be done, the evidence, what was noted and decided, and how it goes on. */
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { STAGES, STATE_GIVEN } from '../../../services/contract/workspace.ts'
import type { Stage } from '../../../services/contract/workspace.ts'
import { itemsOf } from '../../api/items-of.ts'
import { mayEver } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { Icon } from '../icons.tsx'
import { Charter } from './charter.tsx'
import { Checklist } from './checklist.tsx'
import { Consultation } from './consultation.tsx'
import { Decisions } from './decisions.tsx'
import { Declared } from './declared.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { Notes } from './notes.tsx'
import { PageContents } from './page-contents.tsx'
import { Participants } from './participants.tsx'
import { Priorities } from './priorities.tsx'
import { SmeStrategies } from './sme-strategies.tsx'
import { StageState } from './stage-state.tsx'
import { Strategy } from './strategy.tsx'
import { Weights } from './weights.tsx'

export function StagePage ({ open, stage }: { open: OpenWorkspace, stage: Stage }): VNode {
  const item = itemsOf(open.workspace, 'stage').find(({ content }) => content.stage === stage)
  const given = STATE_GIVEN[stage]
  return (
    <div class='stage-page'>
      <header class='stage-head'>
        <h2 id='page-title'>{t(`workspaces.stage.${stage}`)}</h2>
        <p class='lead'>{t(`workspaces.purpose.${stage}`)}</p>
        {given !== undefined && <p class='hint'>{t('workspaces.gives', { state: t(`workspaces.state.${given}`) })}</p>}
        {item !== undefined && <ReviewMark item={item.content} />}
        {item?.content.state === 'closed' && !open.past && <p class='notice'><Icon name='check' /> {t(mayEver(open, item.content) ? 'workspaces.closedHere' : 'workspaces.closedToYou')}</p>}
      </header>
      <PageContents open={open} stage={stage} goesOn={item !== undefined && mayEver(open, item.content)} />
      <div class='stage-side'>
        {item !== undefined && <Checklist open={open} item={item} />}
      </div>
      <div class='stage-main'>
        {stage === 'general' && <Charter open={open} />}
        {stage === 'common-sets' && <Declared open={open} />}
        {stage === 'consultation' && <Consultation open={open} />}
        {(stage === 'general' || stage === 'consultation') && <Participants open={open} />}
        {stage === 'internationalisation' && <Weights open={open} />}
        {stage === 'strategy' && <Strategy open={open} />}
        {stage === 'strategy' && <SmeStrategies open={open} />}
        <EvidencePart open={open} stage={stage} />
        {stage !== 'general' && <Priorities open={open} stage={stage} />}
        <Decisions open={open} stage={stage} />
        <Notes open={open} stage={stage} />
        {item !== undefined && <StageState open={open} item={item} />}
        <NextStep stage={stage} />
      </div>
    </div>
  )
}

/** After the last step come the documents. */
function NextStep ({ stage }: { stage: Stage }): VNode {
  const next = STAGES[STAGES.indexOf(stage) + 1]
  return <p class='next-step'><Go to={{ choices: { ...view.value.choices, part: next ?? 'documents' } }} class='button'>{t('workspaces.nextStep', { step: t(next === undefined ? 'workspaces.part.documents' : `workspaces.stage.${next}`) })}</Go></p>
}

const ReviewMark = ({ item: { toReview } }: { item: ContentOf<'stage'> }): VNode | null => toReview === null
  ? null
  : <p class='notice to-review-notice'><Icon name='warning' /> <span>{t('workspaces.reviewBecause', { stage: t(`workspaces.stage.${toReview.because}`), version: toReview.since, reason: toReview.reason })}</span></p>
