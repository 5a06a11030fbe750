/** Labels of the rows of a result, by its level. */
import type { Level } from './measure.ts'
import { nodeLabel } from './table.ts'
import type { TableLabels } from './table.ts'

/** For a sentence; '' for the one row of the world. */
export function rowLabel (labels: TableLabels, level: Level): (row: number) => string {
  const g = labels.countries.length
  const n = g * labels.sectors.length
  switch (level) {
    case 'world': return () => ''
    case 'country': return row => labels.countries[row]
    case 'sector': return row => nodeLabel(labels, row)
    case 'pair': return row => `${labels.countries[Math.floor(row / g)]} -> ${labels.countries[row % g]}`
    case 'sectorPair': return row => `${nodeLabel(labels, Math.floor(row / g))} -> ${labels.countries[row % g]}`
    case 'matrix': return row => `${nodeLabel(labels, Math.floor(row / n))} -> ${nodeLabel(labels, row % n)}`
    case 'list': return row => `row ${row + 1}`
  }
}
