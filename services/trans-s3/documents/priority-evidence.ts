/** The strongest pieces of evidence for one priority, each in one line with how sure it is, taken from the exhibits that the pages show. */
import { sectionOf } from '../../contract/nace-section.ts'
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { FEW_NETWORKS } from '../evidence/growth.ts'
import { TOP } from '../evidence/rank-composite.ts'
import type { Cell } from '../exhibits/exhibit.ts'
import type { Paper } from './paper.ts'

type Priority = Paper['priorities'][number]
/** A row of an exhibit, by the keys of its columns. */
type Row = Record<string, Cell>
interface Piece { text: string, sure: boolean }

/** What is sure comes first, then what people said, what regions declared, what organisations do. */
export function strongestEvidence (paper: Paper, priority: Priority, most: number): string[] {
  const pieces = [rated(paper, priority), declared(paper, priority), ...[specialised, grown, across, ranked].map(of => of(paper, codesOf(priority)))].filter(piece => piece !== null)
  return [...pieces.filter(({ sure }) => sure), ...pieces.filter(({ sure }) => !sure)].slice(0, most).map(({ text }) => text)
}

const codesOf = ({ content: { themes, knowledge, sectors } }: Priority): string[] => [...themes, ...knowledge, ...sectors]

function rowsOf ({ evidence }: Paper, key: string): Row[] {
  const exhibit: Exhibit | undefined = [...evidence.values()].flat().find(exhibit => exhibit.key === key)
  return exhibit === undefined ? [] : exhibit.rows.map(row => Object.fromEntries(exhibit.columns.map(({ key }, i) => [key, row[i]!])))
}

const number = (cell: Cell | undefined): number | null => typeof cell?.value === 'number' ? cell.value : null
/** The row whose number in a column is the greatest. */
const greatest = (rows: readonly Row[], key: string): Row | undefined => [...rows].filter(row => number(row[key]) !== null).sort((a, b) => number(b[key])! - number(a[key])!)[0]

function rated (paper: Paper, { id }: Priority): Piece | null {
  const row = rowsOf(paper, 'ratings').find(({ priority }) => priority!.value === id)
  if (row === undefined || number(row.importance) === null) return null
  return { text: paper.say.t('paper.evidence.rated', { mean: row.importance!.text, n: number(row.people)!, agreement: row.agreement!.text }), sure: (number(row.agreement) ?? 0) > 0 }
}

/** Of its own themes; without one that is declared, of its knowledge; else of its sectors, by their sections. */
function declared (paper: Paper, { content: { themes, knowledge, sectors } }: Priority): Piece | null {
  const rows = rowsOf(paper, 'declared-matrix')
  const row = [themes, knowledge, sectors.map(code => sectionOf(code) ?? code)].map(codes => greatest(rows.filter(({ field }) => codes.includes(String(field!.value))), 'regions')).find(found => found !== undefined)
  if (row === undefined) return null
  const declaring = rowsOf(paper, 'declared').filter(({ coded }) => (number(coded) ?? 0) > 0).length
  return { text: paper.say.t('paper.evidence.declared', { field: row.field!.text, n: number(row.regions)!, of: declaring }), sure: number(row.regions)! >= paper.settings.sharedBy }
}

function specialised (paper: Paper, codes: readonly string[]): Piece | null {
  const rows = rowsOf(paper, 'specialisation').filter(({ field, region, sure }) => codes.includes(String(field!.value)) && region!.value !== 'group' && sure!.value === 'sure')
  const [first] = rows
  return first === undefined ? null : { text: paper.say.t('paper.evidence.specialised', { field: first.field!.text, list: paper.say.list(rows.filter(({ field }) => field!.value === first.field!.value).map(({ region }) => region!.text)) }), sure: true }
}

function grown (paper: Paper, codes: readonly string[]): Piece | null {
  const row = greatest(rowsOf(paper, 'growth-domains').filter(({ domain }) => codes.includes(String(domain!.value))), 'rate')
  if (row === undefined) return null
  const sure = row.emerging!.value === 'emerging'
  const told = paper.say.t(sure ? 'paper.evidence.emerging' : 'paper.evidence.grown', { field: row.domain!.text, rate: row.rate!.text, lower: row.lower!.text, upper: row.upper!.text })
  const fitted = number(row.fitted)
  return { text: fitted !== null && fitted < FEW_NETWORKS ? `${told} ${paper.say.t('paper.evidence.fewNetworks', { most: FEW_NETWORKS })}` : told, sure }
}

function across (paper: Paper, codes: readonly string[]): Piece | null {
  const row = greatest(rowsOf(paper, 'potential-domains').filter(({ domain }) => codes.includes(String(domain!.value))), 'share')
  return row === undefined ? null : { text: paper.say.t('paper.evidence.across', { field: row.domain!.text, share: row.share!.text, expected: row.expected!.text }), sure: false }
}

function ranked (paper: Paper, codes: readonly string[]): Piece | null {
  const ranks = rowsOf(paper, 'potential-ranks-domains').filter(({ rank }) => number(rank) !== null)
  const row = [...ranks].sort((a, b) => number(a.rank)! - number(b.rank)!).find(({ domain }) => codes.includes(String(domain!.value)))
  return row === undefined ? null : { text: paper.say.t('paper.evidence.ranked', { field: row.domain!.text, rank: row.rank!.text, of: ranks.length, lower: row.lower!.text, upper: row.upper!.text }), sure: (number(row.upper) ?? Infinity) <= TOP }
}
