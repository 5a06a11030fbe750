/** What reports and declared priorities are called in English. */
import type { Text } from './text.ts'

export const reportsEn = {
  'reports.title': 'Reports', 'reports.lead': 'What the network shows about a group of countries and regions, as a document that says how sure it is and where each number comes from.',
  'reports.questions': 'Questions to begin with', 'reports.parts': 'Parts of this page', 'reports.part.build': 'Build a report', 'reports.part.priorities': 'Declared priorities',
  'reports.question.clusters': 'Which cross-border clusters include my region?', 'reports.answer.clusters': 'Name the region below; the report lists them with its members.',
  'reports.question.bridges': 'Who are our bridges?', 'reports.answer.bridges': 'The shortlist of organisations that connect countries and clusters.',
  'reports.question.peers': 'How do we compare with peers?', 'reports.answer.peers': 'Tick your country and those you look at; the full report sets them side by side.',
  'reports.question.declared': 'Does the network show what we declared?', 'reports.answer.declared': 'Enter or import the priorities of your strategy; reports set them against what is found.',
  'reports.build': 'Build a report', 'reports.countries': 'Countries, with organisations in this analysis', 'reports.allCountries': 'Choose all', 'reports.noCountries': 'Choose none',
  'reports.regions': 'Regions, by name or NUTS code', 'reports.regionExample': 'Podlaskie, LV008', 'reports.regionsChosen': 'Regions chosen', 'reports.removeRegion': 'Remove {name}', 'reports.wholeCountry': 'whole country',
  'reports.regionsFound': { one: '{n} region found', other: '{n} regions found' },
  'reports.template': 'Kind of report', 'reports.template.full': 'Full report', 'reports.template.brief': 'Brief of two pages', 'reports.template.cluster': 'One cluster',
  'reports.cluster': 'Cluster', 'reports.chooseCluster': 'Choose a cluster', 'reports.run': 'Analysis', 'reports.latestRun': 'The latest', 'reports.since': 'Compared with', 'reports.noSince': 'No earlier analysis', 'reports.sinceHint': 'Adds what became of the clusters: born, merged, split, moved.',
  'reports.language': 'Language of the report', 'reports.language.en': 'English', 'reports.language.pl': 'Polish', 'reports.suppress': 'Withhold counts under', 'reports.suppressHint': 'Smaller counts of countries and regions are not told, so that nobody is recognised by them; 0: none is withheld.',
  'reports.preview': 'Preview', 'reports.frame': 'Preview of the report', 'reports.making': 'The report is being made.', 'reports.ready': 'The report is ready: {size}.', 'reports.again': 'Try again',
  'reports.empty': 'No report yet', 'reports.emptyHint': 'Choose at least one country or region, and a cluster for a report on one. The report then appears here.',
  'reports.format.html': 'HTML', 'reports.format.pdf': 'PDF', 'reports.format.docx': 'DOCX', 'reports.format.xlsx': 'XLSX', 'reports.format.csv': 'CSV', 'reports.format.json': 'JSON',
  'reports.formatHint.html': 'for any browser, also offline', 'reports.formatHint.pdf': 'to print and to keep', 'reports.formatHint.docx': 'to edit', 'reports.formatHint.xlsx': 'every table a sheet', 'reports.formatHint.csv': 'every table a file, zipped', 'reports.formatHint.json': 'for programs',
  'reports.saving': 'is being made', 'reports.saved': 'saved, {size}', 'reports.command': 'Make it again on a schedule', 'reports.commandHint': 'On the command line, and so from cron:', 'reports.onCluster': 'Report on this cluster',
  'priorities.title': 'Declared priorities', 'priorities.lead': 'What regions say they specialise in, from their strategies. Reports set it against what the network shows.',
  'priorities.empty': 'No region has declared anything yet. Pick a region below, or import a file; an example to begin with is under “Import from a file”.', 'priorities.region': 'Region', 'priorities.priorities': 'Priorities', 'priorities.actions': 'Actions',
  'priorities.edit': 'Edit', 'priorities.editOf': 'Edit the priorities of {name}', 'priorities.withdraw': 'Remove', 'priorities.withdrawOf': 'Remove the priorities of {name}', 'priorities.sure': 'Remove those of {name}', 'priorities.withdrawn': 'The priorities of {name} were removed; earlier versions are kept.',
  'priorities.export': 'Save all as CSV', 'priorities.readOnly': 'This service is read-only.', 'priorities.pick': 'Enter the priorities of a region', 'priorities.of': '{name} ({code})', 'priorities.number': 'Priority {n}', 'priorities.noneLeft': 'No priority is left; saved like this, the region has declared none.',
  'priorities.titleField': 'Title', 'priorities.add': 'Add a priority', 'priorities.save': 'Save', 'priorities.cancel': 'Cancel', 'priorities.saved': 'The priorities of {name} were saved.', 'priorities.conflict': 'Somebody else has changed this region since you opened it. Note what you typed, cancel, and open it anew.',
  'priorities.noDomains': 'Domains: none', 'priorities.domains': 'Domains: {list}', 'priorities.sectors': 'Sectors', 'priorities.sectorsHint': 'NACE Rev. 2 codes between commas, such as C10, 16', 'priorities.document': 'Document it stands in', 'priorities.website': 'Website', 'priorities.note': 'Note', 'priorities.remove': 'Remove {title}',
  'priorities.import': 'Import from a file', 'priorities.importHint': 'CSV with the columns region and title, and perhaps domains, sectors, document, website, note; lists between semicolons. A region in the file gets what the file says; others stay as they are. One wrong row keeps the whole file out.', 'priorities.file': 'File',
  'priorities.example': 'Save an example file', 'priorities.codes': 'Codes the file may use', 'priorities.domainCodes': 'Domains', 'priorities.sectorCodes': 'Sectors: sections and divisions of NACE Rev. 2', 'priorities.code': 'Code', 'priorities.meaning': 'Meaning', 'priorities.moreCodes': 'Groups and classes such as 10.1 and 10.11, and the NUTS codes of regions, are listed at',
  'priorities.inFile': { one: '{n} region in the file, {changed} with something new.', other: '{n} regions in the file, {changed} with something new.' }
} as const satisfies Record<string, Text>
