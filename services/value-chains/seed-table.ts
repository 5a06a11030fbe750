/** The table to start with, made by seeds/value-chains/aggregate-wiod.ts: its files under a folder of seeds, and what is to be said of it. */
import type { ReadTableOptions, TableFile } from './formats/read-table.ts'

const FILES = [
  { role: 'table', name: 'wiod-2011.flows.csv.gz' },
  { role: 'final', name: 'wiod-2011.final-demand.csv.gz' },
  { role: 'output', name: 'wiod-2011.output.csv' },
  { role: 'names', name: 'wiod-2011.names.csv' }
] as const

/** For readTable. `folder`: seeds/. A file that is missing is refused when it is read. */
export const seedTable = (folder: string): { files: TableFile[], options: ReadTableOptions } => ({
  files: FILES.map(({ role, name }) => ({ role, name, content: `${folder}/value-chains/${name}` })),
  options: {
    title: 'WIOD 2011, aggregated: the Baltic Sea Region and its partners',
    year: 2011,
    unit: 'million USD at current prices',
    source: 'Aggregated by Amber Road from the World Input-Output Database, 2013 release; not the original table. Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015), Review of International Economics 23:575-605'
  }
})
