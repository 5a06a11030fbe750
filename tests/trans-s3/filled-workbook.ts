/** Consultation forms as people fill them in: workbooks by hand. */
import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
/** A workbook as a program writes it: texts inline, a number bare; `raw` is XML of a cell as it is. */
export type Row = Record<string, string | number | { raw: string }>
export const xmlOf = (rows: Row[]): string => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row, r) => `<row r="${r + 1}">${Object.entries(row).map(([column, value]) => {
  const at = `${column}${r + 1}`
  if (typeof value === 'number') return `<c r="${at}" s="1"><v>${value}</v></c>`
  return typeof value === 'string' ? `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>` : `<c r="${at}"${value.raw}</c>`
}).join('')}</row>`).join('')}</sheetData></worksheet>`

export function workbook (sheets: Record<string, string>, more: Zippable = {}): Uint8Array {
  const names = Object.keys(sheets)
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${names.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/s${i}.xml"/>`).join('')}</Relationships>`),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/s${i}.xml`, strToU8(sheets[name])])), ...more
  })
}

export const person = (rows: Row[], helix: Row[string] = 'industry', region: Row[string] = 'PL84 (Podlaskie)'): string => xmlOf([{ A: 'Key', B: 'Priority' }, { A: 'helix', C: helix }, { A: 'region', C: region }, ...rows])
