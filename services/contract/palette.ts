/**
 * Colours of clusters, light theme: what the page, exported files and charts agree on. Tol's muted nine plus violet, umber and
 * petrol; least OKLab distance between two fills 0.129 (normal), 0.052 (deutan), 0.060 (protan), 0.083 (tritan vision).
 * Colour is never the only mark: a code or a name stands beside it. Past the twelfth a cluster is grey and lives by its code.
 */
export interface ClusterColour {
  name: string
  /** Fill of a disc. */
  fill: string
  /** Outline: at least 3:1 on the stage. */
  line: string
  /** Fill of a loose cluster or a chip. */
  tint: string
  /** Text on the fill: at least 4.5:1. */
  on: string
}

/** C1 first. */
export const CLUSTER_COLOURS: readonly ClusterColour[] = [
  { name: 'indigo', fill: '#332288', line: '#1B005D', tint: '#9D9FCC', on: '#FFFFFF' },
  { name: 'rose', fill: '#CC6677', line: '#A44255', tint: '#EBBCBF', on: '#10161C' },
  { name: 'sand', fill: '#DDCC77', line: '#9B8A33', tint: '#EEE7C3', on: '#10161C' },
  { name: 'cyan', fill: '#88CCEE', line: '#5093B3', tint: '#CCE7F4', on: '#10161C' },
  { name: 'teal', fill: '#44AA99', line: '#0D8575', tint: '#B4D8CF', on: '#10161C' },
  { name: 'green', fill: '#117733', line: '#00511C', tint: '#A0C2A2', on: '#FFFFFF' },
  { name: 'violet', fill: '#705CCF', line: '#5037A7', tint: '#BCB8EA', on: '#FFFFFF' },
  { name: 'purple', fill: '#AA4499', line: '#831C74', tint: '#DCAED0', on: '#FFFFFF' },
  { name: 'olive', fill: '#999933', line: '#757500', tint: '#D0D1A9', on: '#10161C' },
  { name: 'umber', fill: '#583600', line: '#331A00', tint: '#B4A38E', on: '#FFFFFF' },
  { name: 'wine', fill: '#882255', line: '#5E0035', tint: '#CF9FAF', on: '#FFFFFF' },
  { name: 'petrol', fill: '#00506B', line: '#002F41', tint: '#97B0BB', on: '#FFFFFF' }
]

/** Clusters from the thirteenth on, and organisations in no cluster. */
export const NO_CLUSTER_COLOUR: ClusterColour = { name: 'grey', fill: '#8C96A1', line: '#69727D', tint: '#CBCFD2', on: '#10161C' }

/** Colour of a cluster code (C1, C2, ...); grey for C13 and on, for null and for anything else. */
export function clusterColour (code: string | null): ClusterColour {
  const number = /^C([1-9]\d*)$/.exec(code ?? '')?.[1]
  return (number === undefined ? undefined : CLUSTER_COLOURS[Number(number) - 1]) ?? NO_CLUSTER_COLOUR
}
