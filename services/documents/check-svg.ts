/**
 * Whether the SVG of a figure is shapes and text alone. It is put into HTML as it is, so what is not known to be harmless is refused:
 * elements and attributes are read one by one against a list.
 */

const ELEMENTS = new Set(['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon', 'text', 'tspan', 'title', 'desc', 'defs',
  'clipPath', 'mask', 'linearGradient', 'radialGradient', 'stop', 'marker', 'pattern', 'symbol', 'use'])
const ATTRIBUTE = /\s+([A-Za-z_][\w:.-]*)="([^"<]*)"/y
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>/y
const ENTITY = /^(?:[^&]|&(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)*$/
const FONT = /^(Inter|'Source Serif 4')(, *(Inter|'Source Serif 4'|sans-serif|serif))*$/

/** What is wrong with it, in words; null where nothing is. */
export function svgProblem (svg: string): string | null {
  const open: string[] = []
  let at = 0
  while (at < svg.length) {
    const next = svg.indexOf('<', at)
    const text = svg.slice(at, next === -1 ? svg.length : next)
    if (open.length === 0 && text !== '') return 'text stands outside of <svg>'
    if (!ENTITY.test(text)) return `an & is not escaped: ${text.slice(0, 40)}`
    if (next === -1) break
    TAG.lastIndex = next
    const tag = TAG.exec(svg)
    if (tag === null) return `a tag cannot be read: ${svg.slice(next, next + 40)}`
    const [whole, closing, name, attributes, alone] = tag
    if (!ELEMENTS.has(name!)) return `<${name}> is not allowed`
    if (closing === '/') {
      if (open.pop() !== name || attributes !== '') return `</${name}> closes nothing`
    } else {
      if (open.length === 0 && (next > 0 || name !== 'svg')) return 'it is not one <svg> element'
      const problem = attributesProblem(attributes!)
      if (problem !== null) return `<${name}>: ${problem}`
      if (alone === '') open.push(name!)
    }
    at = next + whole.length
  }
  if (open.length > 0 || at === 0) return 'an element is not closed'
  return /^<svg[^>]*\sviewBox="[\d.\s-]+"/.test(svg) ? null : 'it has no viewBox'
}

function attributesProblem (attributes: string): string | null {
  const seen = new Set<string>()
  for (const [, name, value] of attributes.matchAll(new RegExp(ATTRIBUTE.source, 'g'))) {
    if (seen.has(name!)) return `${name} stands twice`
    seen.add(name!)
    if (!ENTITY.test(value!)) return `an & is not escaped in ${name}`
    if (/^on|^style$|^class$|^src$|^xml:/i.test(name!)) return `${name} is not allowed`
    if (/(^|:)href$/i.test(name!) && !value!.startsWith('#')) return `${name} leads outside`
    if (/url\(\s*['"]?(?!#)/i.test(value!.replaceAll(/&quot;|&apos;|&#/g, "'"))) return `${name} leads outside`
    if (name === 'font-family' && !FONT.test(value!)) return `font-family is ${value}: say Inter or 'Source Serif 4', the second in single quotes`
  }
  return null
}
