/** What stands written in the demonstration: charter, ticked checklists and notes, in this service's words from public pages. Figures are left to the evidence. */
import type { CHECKS, Stage } from '../../contract/workspace.ts'
import type { Published } from './demonstration-files.ts'

/** Begins every reason that is worked out here. */
export const BY_RULE = 'Worked out by this service’s makers from the evidence shown, as an example of how a step is closed; not a decision of the regions.'

/** Decisions that follow from no evidence. */
export const TAKEN_OVER = {
  general: {
    what: 'The general component is what the project published: who steered, what was wanted, and what was done.',
    why: 'So the page shows what belongs on it. Who takes part, and who follows what comes of it, is left open: a demonstration has nobody. Taken over by this service’s makers; not a decision of the regions.'
  },
  published: {
    what: 'The demonstration begins with the joint priorities that the project published in 2021: fields of NACE, and themes.',
    why: 'They are the published result of the project. Which evidence and which votes led to each was not published in a form that could be read here, so they begin as initial. Taken over by this service’s makers; not a decision of the regions.'
  }
}

export const CHARTER = {
  governance: 'The project was led by Bialystok University of Technology. Partners: Podlaska Regional Development Foundation (Poland), Vidzeme Planning Region (Latvia), Valga Town Government (Estonia), Lithuanian Innovation Centre (Lithuania), Kouvola Innovation (Finland), Hamburg Institute of International Economics (Germany), Business Aabenraa (Denmark). Authorities of the regions took part as associated partners. This demonstration has no participants.',
  vision: 'Regions that want smart specialisation to work become competitive together: their small and medium-sized firms create global value chains and belong to them, with partners in other regions of the Baltic Sea. Joint priorities complement the strategies of the regions and replace none.',
  actionPlan: 'What the project did: joint priorities agreed in Hamburg in October 2018, round tables in Hamburg (December 2018) and Brussels (February 2019), a transnational brokerage system for small firms, an extension to the whole Baltic Sea Region from April to December 2021.',
  monitoring: 'No indicators of the project are taken over. On the page of the strategy a group defines its own, measured on runs of this service.'
}

const PROJECT = { title: 'GoSmart BSR, Interreg Baltic Sea Region 2014-2020', website: 'https://projects.interreg-baltic.eu/projects/gosmart-bsr-123.html' }
const FIELDS_PUBLISHED = { title: 'GoSmart & Excel BSR, HWWI Update, winter 2021', website: 'https://update.hwwi.org/einzelseiten-ausgabe-winter-2021/gosmart-excel-bsr-final.html' }
const THEMES_PUBLISHED = { title: 'GoSmart&Excel BSR, Baltic Institute of Finland, 2021', website: 'https://www.baltic.org/project/gosmartexcel-bsr-strengthening-smart-specialisation-by-fostering-transnational-cooperation/' }
const seed = (file: string): Source => ({ title: `seeds/${file}.source.md` })
interface Source { title: string, website?: string, date?: string }

export const NOTES: ReadonlyArray<{ stage: Stage, text: string, source?: Source }> = [
  { stage: 'general', text: 'What is real: the regions, what they had declared, what the project published, the organisations and projects of Horizon 2020, and every figure computed from them. What is an example: which codes are joined into a combination, and the decisions of steps 1 to 3, made by rules that each of them states. What is missing: people. Nobody takes part, so the demonstration stops at the consultation.', source: seed('trans-s3/joint-domains.csv') },
  { stage: 'general', text: 'Facts of this demonstration are taken from public pages of the project and its partners; texts are this service’s own. Nothing in it was said or decided by the regions.', source: PROJECT },
  { stage: 'general', text: 'That all partners agreed on priorities in Hamburg in October 2018, and when round tables followed, stands on the project’s page of outputs.', source: { title: 'GoSmart BSR: project outputs', website: 'https://gosmartbsr.eu/about-project/project-outputs' } },
  { stage: 'general', text: 'The method has a general component and five steps, with feedback between one step and the next.', source: { title: 'Visual methodology for Trans-S3, Vidzeme Planning Region', website: 'https://issuu.com/vidzemesplanosanasregions/docs/visual_methodology_for_transn-s3' } },
  { stage: 'common-sets', text: 'Declared priorities are those of strategies of 2014 to 2020, since the data is of Horizon 2020. Where a region had none of its own, those of its country stand for it, and the note of each says so. Codes are a reading of the titles by Amber Road.', source: seed('trans-s3/declared-priorities.csv') },
  { stage: 'common-sets', text: 'The fields by NACE are what statistics, strategies and trend reports gave before regions were consulted.', source: FIELDS_PUBLISHED },
  { stage: 'common-sets', text: 'The themes are among the strongest joint innovation priorities of the whole Baltic Sea Region; the source says that these include the eight, so there may be more.', source: THEMES_PUBLISHED },
  { stage: 'common-sets', text: 'Which codes are joined into a combination is an example by Amber Road. Each piece was published by the project or stands in a declared priority; only which parts of Horizon 2020 serve a theme is partly a reading of this service.', source: seed('trans-s3/joint-domains.csv') },
  { stage: 'profiling', text: 'What is missing: many organisations of these countries state no region and are counted in none; some of the regions have so few organisations in the data that their numbers say little; priorities that name NACE sectors alone cannot be compared, since the organisations have parts of a programme and no sectors. Cautions under the evidence say which and how many.', source: seed('horizon2020/organisations.csv.gz') },
  { stage: 'profiling', text: 'That work and declarations differ is not peculiar to these regions: an author of Trans-S3 found that cooperation in projects of Horizon 2020 does not match declared priorities.', source: { title: 'Kruse 2024, doi:10.1007/s13132-024-01760-z', website: 'https://doi.org/10.1007/s13132-024-01760-z', date: '2024' } },
  { stage: 'trends', text: 'The project drew on trend reports; none is taken over here. This page shows how the recorded work of the group has grown, and where its countries stand in value chains.', source: FIELDS_PUBLISHED },
  { stage: 'trends', text: 'Projects are those of Horizon 2020 as of 14 December 2020. Later programmes are not in the data.', source: seed('horizon2020/projects.csv.gz') },
  { stage: 'trends', text: 'The input-output table that comes with the service is of 2011, aggregated, and of whole countries. No decision rests on it.', source: seed('value-chains/wiod-2011') },
  { stage: 'consultation', text: 'The project consulted business, research, administration and associations in every region; single answers were not published. This step is therefore empty here; the page shows a made-up example apart from it.', source: PROJECT },
  { stage: 'consultation', text: 'What a group does next: it invites people of every helix group and region by links, or takes the form to a meeting; lets them rate the priorities; reads where they disagree; and decides which priorities are final. Only then can this page be closed.' },
  { stage: 'internationalisation', text: 'No list of the project’s own indicators for this step was found. The measures are this service’s own, and each says what it is. Online S3, a neighbouring method, looks here at trade with other regions by industry.', source: { title: 'Online S3: extroversion analysis', website: 'https://onlines3.eu/phase-4-priority-setting/4-2-extroversion-analysis' } },
  { stage: 'internationalisation', text: 'What a group does next, once priorities are final: it looks at each measure, chooses its weights, sees how far ranks hang on them, and decides which priorities it calls assessed. The evidence is here already, with equal weights that nobody has chosen.' },
  { stage: 'strategy', text: 'Empty, since no priority is final without a consultation. What a group does next: an objective for each final priority, joint actions with a lead region, indicators whose baseline the service measures, and strategies of small firms.', source: seed('trans-s3/joint-priorities.csv') },
  { stage: 'strategy', text: 'Joint actions go from learn through connect, demonstrate and commercialise to scale up, as thematic partnerships of the S3 platform do.', source: { title: 'Thematic smart specialisation partnerships, Interreg Europe', website: 'https://interregeurope.eu/crehub/news/news-article/9156' } }
]

type Closed = 'general' | 'common-sets' | 'profiling' | 'trends'
type Ticked <Page extends Closed> = Record<typeof CHECKS[Page][number], string>
/** Of the pages that are closed: the note of each line, which says what was done, or why the line does not apply. */
export const TICKED: { [Page in Closed]: Ticked<Page> } = {
  general: {
    governance: 'As the project had it; see the charter. Nothing is agreed here anew.',
    vision: 'In this service’s words, from the project’s page.',
    'action-plan': 'What the project did, and when. The demonstration plans nothing.',
    monitoring: 'Does not apply: there is no indicator to follow before a strategy.',
    participants: 'Does not apply: a demonstration has no participants.'
  },
  'common-sets': {
    declared: 'Each priority with its document; where a region had no strategy of its own, its country’s.',
    mapped: 'All codes came with the file, as a reading of the titles; none was suggested by the service.',
    sets: 'The decisions name how many regions share each code.',
    combinations: 'Where enough regions share the codes. What stays a single code, and why, is in the decisions.'
  },
  profiling: {
    profiles: 'Does not apply: nobody from the regions takes part, so nobody from there has looked. A group begins with this.',
    'declared-and-revealed': 'The decisions say where organisations work in what is declared, and where not.',
    complementarity: 'Shown for regions with enough organisations; no decision rests on it.',
    gaps: 'In the notes of this page, and in the cautions under the evidence.'
  },
  trends: {
    growth: 'The decisions name each rate with its interval.',
    'programme-cycles': 'First and last years of the programme are left out of growth; the cautions name them.',
    'value-chains': 'Shown for whole countries; no decision rests on it.',
    sources: 'Each note of this page names its own.'
  }
}

/** Of a code as published: it is dropped only where a combination takes it up. */
export const describeCode = ({ source, website }: Published): string => `A single code, as published in: ${source}, ${website}. Where it is dropped, a combination has taken it up.`

/** Of a combination: where its pieces come from. */
export const describeDomain = (joined: readonly Published[]): string =>
  `An example by Amber Road, which no region has proposed. It joins what the project published as single codes: ${joined.map(({ title }) => title).join('; ')}; the sources stand with these. Its other pieces come from the declared priorities that it is made of, whose documents stand on the page of step 1; a part of Horizon 2020 may also be one that serves its themes.`
