/** Analyses of the network of an input-output table: the bar above their pictures, and the form that starts them. */
import type { Text } from './text.ts'

export const tableRunsEn = {
  'tableRun.is': 'This is the network of an input-output table ({title}). Nodes are {nodes}, not organisations; a link is {links}, in {unit}.', 'tableRun.home': 'Links inside one country count too.',
  'tableRun.kept': '{kept} of {found} links are kept, with {share} of their amount.', 'tableRun.back': 'Back to organisations',
  'tableRun.nodes.countrySector': 'sectors of countries', 'tableRun.nodes.country': 'countries', 'tableRun.network': 'network of table {table}: {nodes}, {links}',
  'tableRun.links.valueAddedInExports': 'value added of one in the exports of the other', 'tableRun.links.valueAddedInFinalProducts': 'value added of one in the final products of the other', 'tableRun.links.intermediateSales': 'what one sells to the other as intermediate input',
  'valueChains.part.communities': 'Communities', 'tableRun.title': 'Find value-chain communities',
  'tableRun.lead': 'Which sectors of which countries give each other more value than chance would explain, who matters most among them, and who stands between. It becomes an analysis with pictures, lists and files of its own; the picture of organisations stays as it is.',
  'tableRun.level': 'Nodes', 'tableRun.levelHint': 'Every sector of every country, or countries as a whole.', 'tableRun.linksLabel': 'Links', 'tableRun.linksHint': 'What goes from one node to another.',
  'tableRun.domestic': 'Links inside a country count', 'tableRun.domesticHint': 'Left out, communities are chains across borders. Counted, they are mostly countries.',
  'tableRun.backbone': 'Links kept', 'tableRun.backboneHint': 'A table links nearly every pair, most of them by next to nothing.',
  'tableRun.backbone.disparity': 'those unusually large for one of their two ends', 'tableRun.backbone.share': 'the greatest, with 80 % of the amount', 'tableRun.backbone.all': 'all of them', 'tableRun.start': 'Find communities',
  'tableRun.made': 'Made of this table', 'tableRun.none': 'None yet.'
} as const satisfies Record<string, Text>
