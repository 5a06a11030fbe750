/** English: what exhibits and documents say. A text with forms names one for each plural category of the language. */
import type { Text } from './say.ts'

export const en = {
  'cell.undefined': 'not defined', 'cell.withheld': 'withheld',

  'document.contents': 'Contents', 'document.rowsShown': '{shown} of {all} rows; the others are in the JSON file of this document.', 'document.table': 'Table', 'document.figure': 'Figure', 'document.page': 'Page', 'document.sources': 'Sources',
  'document.asTable': 'Show as a table', 'document.zoomIn': 'Zoom in', 'document.zoomOut': 'Zoom out', 'document.wholePicture': 'Whole picture', 'document.listOfNodes': 'What the picture shows', 'document.print': 'Print',
  'document.skip': 'Skip to the text', 'document.missingCharacters': 'A □ stands for a character that the fonts of this file lack; the HTML file has it.',

  'step.general': 'General component', 'step.common-sets': 'Search for common sets', 'step.profiling': 'Analytical review and profiling', 'step.trends': 'Market and technology trends', 'step.consultation': 'Consultation and entrepreneurial discovery', 'step.internationalisation': 'Internationalisation potential', 'step.strategy': 'Joint strategy',
  'step.general.purpose': 'To agree who leads and who decides, what the group wants to become, what it will do, and how it will follow the results.',
  'step.common-sets.purpose': 'To find which declared priorities of the regions belong together, and to make joint priorities of them.',
  'step.profiling.purpose': 'To compare what the regions declare with what their organisations do, and to see where one region completes another.',
  'step.trends.purpose': 'To see which fields grow, which are new, and where they stand in value chains, and to make the priorities more precise.',
  'step.consultation.purpose': 'To hear industry, science, administration and society in every region, and to decide with them which priorities are final.',
  'step.internationalisation.purpose': 'To assess how far each final priority can grow by cooperation across borders.',
  'step.strategy.purpose': 'To turn final priorities into objectives, joint actions and indicators, and into strategies of small and medium-sized enterprises.',

  'state.open': 'open', 'state.in review': 'in review', 'state.closed': 'closed',
  'state.proposed': 'proposed', 'state.initial': 'initial', 'state.verified': 'verified', 'state.refined': 'refined', 'state.final': 'final', 'state.assessed': 'assessed', 'state.dropped': 'dropped',
  'helix.industry': 'industry', 'helix.science': 'science', 'helix.administration': 'administration', 'helix.society': 'society',
  'role.operator': 'operator of the service', 'role.coordinator': 'coordinator', 'role.authority': 'regional authority', 'role.stakeholder': 'stakeholder', 'role.reader': 'reader',
  'ladder.learn': 'learn', 'ladder.connect': 'connect', 'ladder.demonstrate': 'demonstrate', 'ladder.commercialise': 'commercialise', 'ladder.scale up': 'scale up',

  'paper.subtitle': 'Trans-S3 policy paper. Group: {places}', 'paper.subtitleSummary': 'Summary of the Trans-S3 policy paper. Group: {places}', 'paper.regions': { one: '{n} region or country', other: '{n} regions and countries' },
  'paper.label.period': 'Period', 'paper.label.workspace': 'Workspace', 'paper.label.changed': 'As of', 'paper.label.run': 'Run', 'paper.label.software': 'Software', 'paper.label.language': 'Language', 'paper.language': 'English',
  'paper.period': '{from} to {to}', 'paper.version': '{id}, version {version}',
  'paper.demonstration': 'This workspace was made to show the method on real data. Nobody has taken part in it, and nothing in it speaks for the regions named.',
  'paper.complements': 'Trans-S3 complements the smart specialisation strategies of regions and countries. It replaces none of them.',
  'paper.review': 'To be reviewed', 'paper.stepState': 'State: {state}', 'paper.checks': 'Points of the checklist done: {done} of {all}.',
  'paper.reopened': 'To be reviewed, because the step “{step}” was opened again. Reason: {reason}',
  'paper.decisionReview': 'To be reviewed: this decision is older than the re-opening of a step before it.',

  'paper.overview': 'In brief',
  'paper.fact.regions': { one: 'region or country in the group', other: 'regions or countries in the group' }, 'paper.fact.final': { one: 'final joint priority', other: 'final joint priorities' }, 'paper.fact.closed': { one: 'step closed', other: 'steps closed' }, 'paper.fact.decisions': { one: 'decision on record', other: 'decisions on record' }, 'paper.fact.actions': { one: 'joint action', other: 'joint actions' }, 'paper.fact.indicators': { one: 'indicator followed', other: 'indicators followed' },
  'paper.finalAre': 'Final joint priorities:', 'paper.further': 'Further ones, in the policy paper: {n}.',

  'paper.how': 'Part one: how it is done', 'paper.what': 'What Trans-S3 is',
  'paper.what.group': 'Trans-S3 is a method by which a group of regions finds, agrees and follows joint specialisations. It looks beyond the strength of one region to the strength of a group: what its regions have in common, where one completes another, and which links between them are missing.',
  'paper.what.priority': 'A joint priority is a combination of economic sector, technology, theme and knowledge; the code of one classification is not enough. Decisions of the group give it its state.',
  'paper.what.origin': 'The method comes from the project GoSmart BSR (Interreg Baltic Sea Region, 2017 to 2021). This paper has two parts, as its policy paper had: how it is done, and how a group did it.',
  'paper.steps': 'Five steps with feedback', 'paper.gives': 'State that a priority gets here: {state}.',
  'paper.steps.general': 'Beside the steps stands the general component: governance, shared vision, action plan, and monitoring. After them comes the joint strategy.',
  'paper.steps.feedback': 'What is learnt later can open an earlier step again. The group then gives its reason, and everything that builds on that step is marked as to be reviewed. Nothing is overwritten: every version can be read and compared.',
  'paper.data': 'Categories of data sources',
  'paper.data.declared': 'Declared priorities', 'paper.data.declaredIs': 'Smart specialisation strategies and other documents of the regions, with the sectors, themes and fields of knowledge that they name.',
  'paper.data.organisations': 'Organisations and networks', 'paper.data.organisationsIs': 'Organisations of the regions with their kind, place and fields, and the projects and networks that link them.',
  'paper.data.tables': 'Input-output tables', 'paper.data.tablesIs': 'Which sector of which country delivers to which: final demand and value added along value chains.',
  'paper.data.trends': 'Trend reports and statistics', 'paper.data.trendsIs': 'Reports on markets and technologies and regional statistics, noted by participants with their source.',
  'paper.data.people': 'Participants', 'paper.data.peopleIs': 'Ratings, comments and decisions of industry, science, administration and society in each region.',
  'paper.problems': 'Recommendations for typical problems',
  'paper.problem.words': 'The regions use different words', 'paper.problem.wordsDo': 'Map each priority to codes that all share. Let somebody from the region confirm every suggestion. What maps to nothing stays in the list as text.',
  'paper.problem.shared': 'Nearly everything is shared', 'paper.problem.sharedDo': 'Ask for more regions behind a common set. Combine sector, technology, theme and knowledge until a priority also says what it leaves out.',
  'paper.problem.revealed': 'A declared priority does not show in the data', 'paper.problem.revealedDo': 'Take it as a question, not as a fault: the data show only what their sources record. Ask the region before the priority is kept or dropped.',
  'paper.problem.small': 'Numbers are small', 'paper.problem.smallDo': 'Read the interval, not the value alone. Do not rank what cannot be told apart.',
  'paper.problem.missing': 'A helix group is missing', 'paper.problem.missingDo': 'Invite it again, and write down who was not heard. Agreement within one group is not agreement of the region.',
  'paper.problem.disagree': 'Groups disagree', 'paper.problem.disagreeDo': 'Name the disagreement and who holds which view. An average hides it.',
  'paper.problem.weights': 'The ranking depends on weights', 'paper.problem.weightsDo': 'Show how far it moves when the weights change. If it moves much, decide on the single measures.',
  'paper.problem.again': 'An earlier step has to be opened again', 'paper.problem.againDo': 'Give the reason. Confirm or change everything marked as to be reviewed before the step is closed again.',

  'paper.done': 'Part two: how this group did it', 'paper.group': 'The group and its period', 'paper.group.period': 'The work covers the period {from} to {to}.', 'paper.group.caption': 'Regions and countries of the group, codes of NUTS {vintage}',
  'paper.participants': 'Participants with a valid invitation, by role:', 'paper.participants.none': 'Nobody has been invited yet.',
  'paper.governance': 'Governance', 'paper.vision': 'Shared vision', 'paper.actionPlan': 'Action plan', 'paper.monitoring': 'Monitoring',
  'paper.notes': 'Notes', 'paper.decisions': 'Decisions', 'paper.disagreements': 'Disagreements', 'paper.disagreements.lead': 'What somebody did not agree with when a decision was taken. It is named here and not averaged away.',
  'paper.source': 'Source: {source}', 'paper.why': 'Why:', 'paper.evidence': 'Evidence: {list}.', 'paper.run': 'Run: {run}.', 'paper.by': 'Decided by: {who}, {date}.', 'paper.kept': 'Kept: {list}.', 'paper.dropped': 'Dropped: {list}.', 'paper.removedItem': 'a priority that has been removed', 'paper.dissentSee': 'Somebody disagreed: see “Disagreements”.',
  'paper.none.text': 'Not written yet.', 'paper.none.evidence': 'No evidence has been computed for this step.', 'paper.none.notes': 'No note has been written.', 'paper.none.decisions': 'Nothing has been decided in this step yet.', 'paper.none.disagreements': 'No disagreement has been entered with a decision.',
  'paper.none.priorities': 'No joint priority has been proposed yet.', 'paper.none.final': 'No joint priority is final yet.', 'paper.none.objectives': 'The joint strategy has no objective yet.', 'paper.none.actions': 'No action has been entered for this objective yet.', 'paper.none.indicators': 'No indicator has been entered for this objective yet.', 'paper.none.sme': 'No joint strategy of small and medium-sized enterprises has been entered yet.', 'paper.none.followed': 'No indicator has been entered yet.', 'paper.none.consultation': 'The consultation has not begun.', 'paper.none.log': 'Nothing has been decided yet.',
  'paper.tableInAnnex': 'The first {shown} of {all} rows. The whole table stands in the annex.',

  'paper.priorities': 'Joint priorities', 'paper.priorities.caption': 'Joint priorities: their state and what they combine', 'paper.priorities.note': 'Codes of sectors are those of NACE Rev. 2.', 'paper.from': 'Made of: {list}.',
  'paper.column.code': 'Code', 'paper.column.name': 'Name', 'paper.column.country': 'Country', 'paper.column.priority': 'Priority', 'paper.column.state': 'State', 'paper.column.sectors': 'Sectors', 'paper.column.technologies': 'Technologies', 'paper.column.themes': 'Themes', 'paper.column.knowledge': 'Knowledge', 'paper.column.regions': 'Declared by',
  'paper.column.action': 'Joint action', 'paper.column.lead': 'Lead', 'paper.column.partners': 'Partners', 'paper.column.time': 'Time', 'paper.column.means': 'Means', 'paper.column.status': 'Status',
  'paper.column.indicator': 'Indicator', 'paper.column.measure': 'Measures', 'paper.column.baseline': 'Baseline', 'paper.column.target': 'Target', 'paper.column.by': 'By', 'paper.column.last': 'Last measured', 'paper.column.change': 'Change',
  'paper.column.run': 'Run', 'paper.column.date': 'Date', 'paper.column.value': 'Value', 'paper.column.lower': 'From', 'paper.column.upper': 'To', 'paper.column.what': 'What', 'paper.column.organisation': 'Organisation', 'paper.column.role': 'Role', 'paper.column.need': 'Need', 'paper.column.found': 'Found so far', 'paper.column.who': 'Who', 'paper.column.step': 'Step', 'paper.column.decision': 'Decision', 'paper.column.why': 'Why', 'paper.column.decidedBy': 'Decided by', 'paper.column.decisions': 'Decisions',

  'paper.objective': 'Objective: {title}', 'paper.serves': 'Serves: {list}.', 'paper.actions': 'Joint actions for “{title}”', 'paper.indicators': 'Indicators for “{title}”', 'paper.indicators.note': 'The first measurement is the baseline. In brackets: interval of uncertainty.',
  'paper.measure.organisations': 'organisations', 'paper.measure.crossBorderLinks': 'links across borders', 'paper.measure.crossBorderShare': 'share of links across borders', 'paper.measure.partnerCountries': 'partner countries', 'paper.measure.eiIndex': 'E-I index: links across borders against links within', 'paper.measure.clusters': 'clusters present', 'paper.measure.in': '{measure} ({field})',
  'paper.change.clear': 'The intervals do not overlap: more than the uncertainty.', 'paper.change.unclear': 'The intervals overlap: it may be chance.', 'paper.change.counted': 'No interval is known: a count of what the sources record.', 'paper.change.once': 'Measured once.', 'paper.change.never': 'Not measured yet.', 'paper.change.undefined': 'The measure is not defined in one of the two runs.', 'paper.points': '{n} percentage points',
  'paper.from.date': 'from {from}', 'paper.until.date': 'until {until}',

  'paper.sme': 'Joint strategies of small and medium-sized enterprises', 'paper.sme.lead': 'Enterprises and institutes of at least two countries around a need that they share.', 'paper.sme.need': 'Shared need:', 'paper.sme.priority': 'Priority: {title}.', 'paper.sme.status': 'Status: {status}.', 'paper.sme.members': 'Members of “{title}” and their roles along the value chain', 'paper.sme.missing': 'Missing roles of “{title}”', 'paper.sme.plan': 'Plan of “{title}”',
  'paper.sme.none': 'nobody', 'paper.sme.candidate': 'a candidate', 'paper.sme.introduction': 'an introduction is under way', 'paper.sme.unnamed': 'Candidates are not named: they have not agreed to it.', 'paper.sme.whole': 'No role is named as missing.',
  'paper.measurements': 'All measurements of the indicators', 'paper.measurements.name': 'Measurements',

  'paper.method': 'Method and cautions', 'paper.method.how': 'All figures come from one stored analysis, called a run. The same data, settings and seed give the same figures. Texts, targets and decisions come from the participants.', 'paper.method.caption': 'What the figures were computed from',
  'paper.method.run': 'Run', 'paper.method.finished': 'Computed on', 'paper.method.revision': 'Revision of the data', 'paper.method.input': 'Checksum of the data', 'paper.method.algorithm': 'Algorithm', 'paper.method.seed': 'Seed', 'paper.method.software': 'Software of the run', 'paper.method.workspace': 'Workspace and version', 'paper.method.sharedBy': 'Regions needed for a common set', 'paper.method.groupMin': 'Answers needed before the result of a group is shown',
  'paper.cautions': 'Cautions',
  'paper.caution.recorded': 'The figures show what the sources named at the end record. What was done elsewhere does not show.', 'paper.caution.links': 'A link says that two organisations were in the same project or network. It does not say who gained by it, and no figure here shows cause and effect.', 'paper.caution.uncertain': 'A value with an interval is uncertain within it. Where two intervals overlap, the difference may be chance.', 'paper.caution.few': 'In the consultation, the result of a group with too few answers is not shown.', 'paper.caution.people': 'People are named by role and region only.', 'paper.caution.words': 'Texts stand in the language in which they were entered. Where a field or sector has no name in this language, the English one stands.', 'paper.caution.review': 'What is marked as to be reviewed builds on a step that was opened again.',
  'paper.annex': 'Annex', 'paper.annex.lead': 'Tables that are too long for the text, and the record of decisions.', 'paper.log': 'Record of decisions', 'paper.synthetic': 'invented data', 'paper.licence': 'Licence: {licence}.', 'paper.boundaries': 'Codes of regions: Eurostat, NUTS.',

  'paper.summary.about': 'What this is about', 'paper.summary.text': 'The group looks for fields in which its regions are stronger together than alone. It goes through five steps: it compares what the regions have declared, checks it against data, looks at trends, asks industry, science, administration and society, and assesses what cooperation across borders can bring.',
  'paper.summary.stands': 'Where the group stands', 'paper.summary.agreed': 'What the group has agreed', 'paper.summary.disagreed': 'What it does not agree on', 'paper.summary.plans': 'What the group will do', 'paper.summary.plans.lead': 'Objectives and the first joint actions of each.', 'paper.summary.followed': 'How the results are followed', 'paper.summary.caution': 'What to bear in mind', 'paper.summary.action': '{action} (lead: {lead}; {status})'
} satisfies Record<string, Text>
