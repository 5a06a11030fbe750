/** What about the settings of a run differs from the usual, in words: by it runs are told apart, and readers of a picture warned. */
import type { AlgorithmDescription, RunRequest } from '../../../services/contract/run.ts'
import { findsClusters, NETWORK_SIZE_MAX_DEFAULT } from '../../../services/contract/run.ts'
import { LAYERS } from '../../../services/contract/vocabulary.ts'
import { t } from '../../text/translate.ts'
import { choiceName, optionName, optionValue, titleOf } from './words.ts'

/** Characters of a table's hash that a reader compares. */
const TABLE_SHOWN = 12
/** Fewer repetitions say little of how steady clusters are. */
const FEW_REPEATS = 20

const is = (option: string, value: string): string => t('analysis.optionIs', { option, value })

/** All that was chosen: options that are not the defaults, groups, words, layers, and what it was carried over from. */
export function chosenSettings (request: RunRequest, algorithm: AlgorithmDescription | undefined): string[] {
  const known = (algorithm?.optionsSchema.properties ?? {}) as Record<string, { default?: unknown }>
  return [
    ...(request.network === undefined ? [] : [t('tableRun.network', { table: request.network.table.slice(0, TABLE_SHOWN), nodes: t(`tableRun.nodes.${request.network.level}`), links: t(`tableRun.links.${request.network.links}`) }), ...(request.network.domestic ? [t('tableRun.home')] : [])]),
    ...(request.startFrom === undefined ? [] : [t('run.updated', { run: request.startFrom })]),
    ...Object.entries(request.options)
      .filter(([option, value]) => option in known && JSON.stringify(value) !== JSON.stringify(known[option].default) && !(option === 'repeats' && request.startFrom !== undefined))
      .map(([option, value]) => is(optionName(option), optionValue(value))),
    ...(algorithm?.needs.groups === true && request.group !== 'country' ? [is(t('analysis.group'), t(`analysis.by.${request.group}`))] : []),
    ...(algorithm?.needs.terms === true && request.terms !== 'domains' ? [is(t('analysis.terms'), t(`analysis.by.${request.terms}`))] : []),
    ...chosenNetwork(request)
  ]
}

/** Of a run that finds clusters: what a reader of its picture should know. Empty: made as usual. */
export function unusualSettings (request: Pick<RunRequest, 'algorithm' | 'options' | 'startFrom' | 'projection'>): string[] {
  const { algorithm, options: { quality = 'modularity', resolution = 1, repeats }, startFrom } = request
  if (!findsClusters(algorithm)) return []
  return [
    ...(algorithm === 'leiden' ? [] : [titleOf({ name: algorithm, title: algorithm })]),
    ...(quality === 'modularity' ? [] : [is(optionName('quality'), optionValue(quality))]),
    ...(resolution === 1 ? [] : [is(optionName('resolution'), optionValue(resolution))]),
    ...(startFrom === undefined ? fewRepeats(repeats) : [t('analysis.carriedOver')]),
    ...chosenNetwork(request)
  ]
}

const fewRepeats = (repeats: unknown): string[] => repeats === 0 ? [t('analysis.noRepeats')] : typeof repeats === 'number' && repeats < FEW_REPEATS ? [t('analysis.repeats', { n: repeats })] : []

const chosenNetwork = ({ projection: { layers, networkSizeMax, networkSizeBasis } }: Pick<RunRequest, 'projection'>): string[] => [
  ...(new Set(layers).size < LAYERS.length ? [t('analysis.layers', { list: layers.map(layer => t(`layer.${layer}`)).join(', ') })] : []),
  ...(networkSizeMax === NETWORK_SIZE_MAX_DEFAULT ? [] : [is(optionName('networkSizeMax'), optionValue(networkSizeMax))]),
  ...(networkSizeBasis === 'in-store' ? [] : [is(optionName('networkSizeBasis'), choiceName(networkSizeBasis))])
]
