/** What a reader must know before concluding anything from what is there and what is not. */
export const COVERAGE_CAUTIONS = [
  'Links that are not recorded may exist all the same: absence of a link is not evidence of absence.',
  'A source covers what it was made for. Horizon 2020 lists those who took part in its projects, not the firms of a region.',
  'A place that is estimated is the centre of the city or region that the source names, not where the organisation is.',
  'Networks with fewer recorded members than their source says have members outside this data: their links are missing here.',
  'Few organisations of a country may mean that few are recorded; shares of countries are shares of this data.'
] as const
