/** Which characters a TrueType font can show: its cmap table, subtables of formats 4 and 12 (OpenType specification, cmap). */

/** Unicode, full and basic plane, and the twins of both on Windows, best first. */
const SUBTABLES = ['3/10', '0/4', '3/1', '0/3']

export function charactersOf (font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const directory = tables.find(at => font.toString('latin1', at, at + 4) === 'cmap')
  if (directory === undefined) throw new Error('The font has no cmap table.')
  const cmap = font.subarray(font.readUInt32BE(directory + 8))
  const offsets = new Map(Array.from({ length: cmap.readUInt16BE(2) }, (_, i): [string, number] => {
    const at = 4 + 8 * i
    return [`${cmap.readUInt16BE(at)}/${cmap.readUInt16BE(at + 2)}`, cmap.readUInt32BE(at + 4)]
  }))
  const best = SUBTABLES.find(name => offsets.has(name))
  if (best === undefined) throw new Error('The font has no Unicode cmap.')
  const table = cmap.subarray(offsets.get(best)!)
  return table.readUInt16BE(0) === 12 ? ofFormat12(table) : ofFormat4(table)
}

function ofFormat12 (table: Buffer): Set<number> {
  const found = new Set<number>()
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const at = 16 + 12 * i
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code++) found.add(code)
  }
  return found
}

/** Segments: end codes, a pad, start codes, deltas, offsets into the glyph ids. A glyph 0 is none. */
function ofFormat4 (table: Buffer): Set<number> {
  const found = new Set<number>()
  const segments = table.readUInt16BE(6) / 2
  const [ends, starts, deltas, ranges] = [14, 16 + 2 * segments, 16 + 4 * segments, 16 + 6 * segments]
  for (let i = 0; i < segments; i++) {
    const [start, end, delta, range] = [starts, ends, deltas, ranges].map(at => table.readUInt16BE(at + 2 * i)) as [number, number, number, number]
    for (let code = start; code <= end && code < 0xFFFF; code++) {
      const glyph = range === 0 ? code : table.readUInt16BE(ranges + 2 * i + range + 2 * (code - start))
      if (glyph !== 0 && ((glyph + delta) & 0xFFFF) !== 0) found.add(code)
    }
  }
  return found
}
