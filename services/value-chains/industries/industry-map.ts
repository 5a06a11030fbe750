/**
 * Which industries of a table hold a NACE Rev. 2 code of an organisation.
 *
 * Tables whose sectors are sections, divisions or groups of ISIC Rev. 4 or NACE Rev. 2 and ranges of them (OECD ICIO from 2018 on, FIGARO, WIOD 2016) are read from the
 * codes themselves; c1 to c35 of WIOD 2013 and ADB, which follow NACE Rev. 1, by wiod-2013.tsv, and approximately. Other names (EORA, a table of one's own) are not guessed.
 */
import { readFileSync } from 'node:fs'
import { sectionOf } from '../../contract/nace-section.ts'
import type { TableLabels } from '../table.ts'
import { overlap, spanOf, spansOfIndustry } from './code-spans.ts'

/** `codes`: sectors of the table are codes of ISIC Rev. 4 or NACE Rev. 2; `wiod-2013`: they are c1 to c35, by a table and approximately; `none`: they cannot be read. */
export type IndustryScheme = 'codes' | 'wiod-2013' | 'none'

/** Sectors of the table, by index, that hold a code; none: the table does not have it. `moved`: what sets the sector's name apart from what it holds, as the classification has changed; '' where nothing does. */
export interface Industries { sectors: number[], moved: string }

export interface IndustryMap {
  scheme: IndustryScheme
  /** Sectors of the table, by index, whose code says nothing: no organisation is ever found in them. */
  unread: number[]
  industriesOf: (naceCode: string) => Industries
}

const WIOD = /^c([1-9]|[12]\d|3[0-5])$/i

export function mapIndustries ({ sectors }: Pick<TableLabels, 'sectors'>): IndustryMap {
  if (sectors.every(code => WIOD.test(code))) return { scheme: 'wiod-2013', unread: [], industriesOf: byTable(sectors) }
  const spans = sectors.map(spansOfIndustry)
  const unread = spans.flatMap((found, k) => found === null ? [k] : [])
  const industriesOf = (naceCode: string): Industries => {
    const asked = spanOf(naceCode)
    return { sectors: asked === null ? [] : spans.flatMap((held, k) => held?.some(span => overlap(span, asked)) === true ? [k] : []), moved: '' }
  }
  return { scheme: unread.length === sectors.length ? 'none' : 'codes', unread, industriesOf }
}

function byTable (sectors: readonly string[]): IndustryMap['industriesOf'] {
  const at = new Map(sectors.map((code, k) => [code.toLowerCase(), k]))
  const rows = readWiod()
  return naceCode => {
    const longest = [...rows.keys()].filter(code => naceCode.startsWith(code)).sort((a, b) => b.length - a.length).at(0)
    // A section is all of its divisions.
    const codes = longest !== undefined ? [longest] : /^[A-U]$/.test(naceCode) ? [...rows.keys()].filter(code => code.length === 2 && sectionOf(code) === naceCode) : []
    const industries = codes.flatMap(code => rows.get(code)!.industries)
    return { sectors: [...new Set(industries.flatMap(code => at.get(code) ?? []))].sort((a, b) => a - b), moved: longest === undefined ? '' : rows.get(longest)!.moved }
  }
}

/** By NACE Rev. 2 code. */
function readWiod (): Map<string, { industries: string[], moved: string }> {
  const [, ...lines] = readFileSync(new URL('wiod-2013.tsv', import.meta.url), 'utf8').trimEnd().split('\n')
  return new Map(lines.map(line => line.split('\t')).map(([code, industries, moved]) => [code, { industries: industries.split(' '), moved }]))
}
