/** XML of a package part as events, strictly: what is not well-formed, and every document type, is refused, so that nothing is ever fetched or expanded. Prefixes are taken off names. */

export interface XmlReader {
  open: (name: string, attributes: ReadonlyMap<string, string>) => void
  close: (name: string) => void
  text: (text: string) => void
}

/** Levels of elements: a sheet has seven. */
export const XML_DEPTH_MAX = 32

/** The message says what was wrong. */
export class XmlProblem extends Error {
  override name = 'XmlProblem'
}

const TAG = /<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function readXml (xml: string, reader: XmlReader): void {
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const text = xml.slice(at, next === -1 ? xml.length : next)
    if (open.length > 0) {
      if (text !== '') reader.text(decoded(text))
    } else if (/[^\s\uFEFF]/.test(text)) throw new XmlProblem('text stands outside of its elements')
    if (next === -1) break
    const passed = passedOver(xml, next, reader)
    if (passed !== null) {
      at = passed
      continue
    }
    TAG.lastIndex = next
    const tag = TAG.exec(xml)
    if (tag === null) throw new XmlProblem(`a tag cannot be read: ${xml.slice(next, next + 40)}`)
    const [whole, closing, name, attributes, alone] = tag
    at = next + whole.length
    if (closing === '/') {
      if (open.pop() !== name || attributes !== '' || alone !== '') throw new XmlProblem(`</${name}> closes nothing`)
      reader.close(localName(name))
      continue
    }
    reader.open(localName(name), new Map(Array.from(attributes.matchAll(ATTRIBUTE), ([, key, double, single]): [string, string] => [key, decoded(double ?? single)])))
    if (alone === '/') reader.close(localName(name))
    else if (open.push(name) > XML_DEPTH_MAX) throw new XmlProblem(`its elements stand more than ${XML_DEPTH_MAX} deep`)
  }
  if (open.length > 0) throw new XmlProblem(`<${open.at(-1)}> is not closed`)
}

/** Where a comment, an instruction or characters as they are end; null where none begins. */
function passedOver (xml: string, at: number, reader: XmlReader): number | null {
  for (const [start, end] of [['<!--', '-->'], ['<?', '?>'], ['<![CDATA[', ']]>']]) {
    if (!xml.startsWith(start, at)) continue
    const ends = xml.indexOf(end, at + start.length)
    if (ends === -1) throw new XmlProblem(`${start} is not closed`)
    if (start === '<![CDATA[') reader.text(xml.slice(at + start.length, ends))
    return ends + end.length
  }
  if (xml.startsWith('<!', at)) throw new XmlProblem('it has a document type, which no workbook needs')
  return null
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const decoded = (text: string): string => text.includes('&')
  ? text.replace(/&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|([A-Za-z]+));|&/g, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null
    const character = code === null ? ENTITIES[name ?? ''] : code <= 0x10FFFF ? String.fromCodePoint(code) : undefined
    if (character === undefined) throw new XmlProblem(`${whole} stands for nothing`)
    return character
  })
  : text
