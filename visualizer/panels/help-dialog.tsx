/** Keys, words and the caution that goes with every figure. */
import type { VNode } from 'preact'
import { t } from '../text/translate.ts'
import { Dialog } from './dialog.tsx'

const KEYS = [['/', 'help.search'], ['← → ↑ ↓', 'help.arrows'], ['Enter', 'help.enter'], ['Esc', 'help.escape'], ['+ −', 'help.zoom'], ['F', 'help.fit'], ['Ctrl Z, Ctrl Y', 'help.undo'], ['?', 'help.help']] as const
const WORDS = ['cluster', 'bridge', 'expected', 'returns', 'run'] as const

export const HelpDialog = ({ onClose }: { onClose: () => void }): VNode => (
  <Dialog title={t('tool.help')} onClose={onClose}>
    <h3>{t('help.keys')}</h3>
    <dl class='keys'>{KEYS.map(([keys, what]) => <div key={keys}><dt><kbd>{keys}</kbd></dt><dd>{t(what)}</dd></div>)}</dl>
    <h3>{t('help.words')}</h3>
    <dl class='words'>{WORDS.map(word => <div key={word}><dt>{t(`word.${word}`)}</dt><dd>{t(`word.${word}Is`)}</dd></div>)}</dl>
    <p class='caution'>{t('caution.recorded')}</p>
    <p><a href='/documentation' class='text-link'>{t('help.api')}</a></p>
  </Dialog>
)
