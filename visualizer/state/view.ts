/** What is shown, as one value shaped like the address: every part can be shared, undone and restored. */

export const SCREENS = ['map', 'cluster', 'organisation', 'bridges', 'partners', 'introductions', 'workspaces', 'reports', 'value-chains', 'quality', 'data'] as const
/** What the controls of single screens are set to, by key of the address; the meaning of a key belongs to its screen. */
export const CHOICES: readonly string[] = [
  // Of several screens: which part of it is open.
  'part',
  // Bridges: the two sides as the API takes them, who and in what order, and ids between commas.
  'a', 'b', 'who', 'order', 'picked', 'hidden', 'comparing',
  // Partners: what is looked for, and how far.
  'need', 'wanted', 'steps', 'abroad', 'targeted', 'answering', 'otherClusters', 'partnersMax', 'sizeClass', 'trlMin', 'trlMax',
  // Introductions: state or list, what is due, and the ranking that is open.
  'stage', 'due', 'ranking',
  // Data quality: which pairs, and how alike.
  'pairs', 'band',
  // Reports: the group, what else is asked for, the part of the screen, and the region whose priorities are open.
  'reportCountries', 'reportRegions', 'reportTemplate', 'reportCluster', 'reportLanguage', 'reportSuppress', 'reportSince', 'reportPart', 'declared',
  // Workspaces: the version that is read, and two that are compared.
  'version', 'fromVersion', 'toVersion',
  // Value chains: the table, whose profile, what it is compared with; how flows are told; figures that are compared.
  'table', 'economy', 'sector', 'withTable', 'with', 'withSector', 'flow', 'scale', 'side', 'figure', 'partnerFigure'
]
export const COLOURS = ['cluster', 'country', 'kind'] as const
export const SIZES = ['degree', 'strength', 'pagerank', 'betweenness', 'crossBorderBetweenness', 'bridgeScore'] as const

export interface View {
  screen: typeof SCREENS[number]
  /** Cluster code on the cluster screen, organisation id on the organisation screen. */
  focus: string | null
  /** Picked in the picture: a cluster code or an organisation id. */
  selected: string | null
  /** Link whose evidence is open: two ids. */
  link: [string, string] | null
  tab: 'picture' | 'table'
  country: string[]
  kind: string[]
  domain: string[]
  weightMin: number
  colour: typeof COLOURS[number]
  size: typeof SIZES[number]
  /** Steps around an organisation. */
  depth: 1 | 2
  run: string
  /** On the data screen: the run whose clusters are compared, and the earlier one they are compared with; null: the one before. */
  compare: string | null
  since: string | null
  /** On the data screen: the run whose values are shown. */
  values: string | null
  /** By key of CHOICES; what is not set is absent. */
  choices: Readonly<Record<string, string>>
  /** Keys of the address that mean nothing here: kept, and said. */
  unknown: Array<[string, string]>
}

export const START: View = {
  screen: 'map', focus: null, selected: null, link: null, tab: 'picture', country: [], kind: [], domain: [], weightMin: 0, colour: 'cluster', size: 'degree', depth: 1, run: 'latest', compare: null, since: null, values: null, choices: {}, unknown: []
}

/** Keys that belong to the person, not to the view. */
export const PREFERENCES = ['lang', 'theme']
