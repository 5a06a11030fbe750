/** How to read a picture. */
import type { ComponentChildren, VNode } from 'preact'
import type { LegendMark } from '../stage/picture-legend.ts'
import { number, t } from '../text/translate.ts'

const Fold = ({ children }: { children: ComponentChildren }): VNode => <details class='legend' open={innerHeight > 700 && innerWidth > 900}><summary>{t('legend.title')}</summary>{children}</details>

export const MapLegend = (): VNode => (
  <Fold>
    <div class='legend-body'>
      <svg viewBox='0 0 64 64' width='64' height='64' aria-hidden='true'>
        <circle class='legend-disc' cx='32' cy='32' r='22' /><path class='legend-slice' d='M32 10v22M32 32l19 11M32 32l-16 15' /><circle class='legend-hole' cx='32' cy='32' r='11' /><circle class='legend-ring' cx='32' cy='32' r='27' /><path class='legend-arc' d='M32 5a27 27 0 1 1-19 46' /><path class='legend-arc' d='M7 24l9 3' />
      </svg>
      <ul>
        <li><strong>{t('legend.area')}</strong> {t('legend.areaIs')}</li>
        <li><strong>{t('legend.slices')}</strong> {t('legend.slicesAre')}</li>
        <li><strong>{t('legend.ring')}</strong> {t('legend.ringIs')}</li>
        <li><strong>{t('legend.dashed')}</strong> {t('legend.dashedIs')}</li>
        <li><strong>{t('legend.line')}</strong> {t('legend.lineIs')}</li>
      </ul>
    </div>
  </Fold>
)

export const mapMarks = (): LegendMark[] => [
  { mark: 'area', text: `${t('legend.area')}: ${t('legend.areaIs')}` }, { mark: 'slices', text: `${t('legend.slices')}: ${t('legend.slicesAre')}` },
  { mark: 'ring', text: `${t('legend.ring')}: ${t('legend.ringIs')}` }, { mark: 'dashed', text: `${t('legend.dashed')}: ${t('legend.dashedIs')}` }, { mark: 'line', text: `${t('legend.line')}: ${t('legend.lineIs')}` }
]

export const organisationMarks = ({ colourBy, sizeBy, entries, bridges }: { colourBy: string, sizeBy: string, entries: LegendEntry[], bridges: boolean }): LegendMark[] => [
  ...entries.map(({ hue, label, count }): LegendMark => ({ mark: 'dot', colour: hue === 'cx' ? null : hue.toUpperCase(), text: `${label} ${number(count)}` })),
  { mark: 'area', text: `${t('legend.area')} ${sizeBy}` }, { mark: 'words', text: `${t('legend.colour')} ${colourBy}` },
  ...bridges ? [{ mark: 'ringed' as const, text: t('legend.bridge') }] : [], { mark: 'crossing', text: t('legend.crossing') }
]

export interface LegendEntry { hue: string, label: string, count: number }

export const OrganisationsLegend = ({ colourBy, sizeBy, entries, cautions }: { colourBy: string, sizeBy: string, entries: LegendEntry[], cautions: string[] }): VNode => (
  <Fold>
    <p><strong>{t('legend.colour')}</strong> {colourBy}</p>
    <ul class='legend-colours'>{entries.map(({ hue, label, count }) => <li key={label}><span class={`dot ${hue}`} aria-hidden='true' /> {label} <span class='figures'>{count}</span></li>)}</ul>
    <p><strong>{t('legend.area')}</strong> {sizeBy}</p>
    {cautions.map(line => <p key={line} class='hint'>{line}</p>)}
  </Fold>
)
