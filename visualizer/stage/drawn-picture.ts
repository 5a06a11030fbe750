/** An SVG drawn on the page as a file of its own: what the style sheets give it is written into it, with title, legend and sources beside. */
import type { PictureFile } from './picture-file.ts'
import { FONT } from './pen.ts'
import { readInk } from './scene.ts'

const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight'] as const
const MARGIN = 24
const LINE = 16

export interface DrawnCaption { title: string, lines: string[] }

export function drawnPicture (picture: SVGSVGElement, { title, lines }: DrawnCaption): PictureFile {
  const ink = readInk()
  const copy = picture.cloneNode(true) as SVGSVGElement
  const [originals, copies] = [picture.querySelectorAll('*'), copy.querySelectorAll('*')]
  originals.forEach((original, i) => {
    const style = getComputedStyle(original)
    for (const name of STYLES) copies[i]?.setAttribute(name, style.getPropertyValue(name))
    copies[i]?.removeAttribute('class')
  })
  const [width, drawn] = [picture.viewBox.baseVal.width, picture.viewBox.baseVal.height]
  const top = MARGIN + 28
  const height = top + drawn + LINE + lines.length * LINE + MARGIN
  copy.setAttribute('y', String(top))
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(drawn))
  const file = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT })) file.setAttribute(name, String(value))
  const add = (name: string, attributes: Record<string, string | number>, text = ''): void => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
    element.textContent = text
    file.append(element)
  }
  add('title', {}, title)
  add('rect', { width: '100%', height: '100%', fill: ink.stage })
  add('text', { x: MARGIN, y: MARGIN + 14, 'font-size': 18, 'font-weight': 600, fill: ink.ink }, title)
  file.append(copy)
  lines.forEach((line, i) => add('text', { x: MARGIN, y: top + drawn + LINE + i * LINE, 'font-size': 11, fill: ink.ink2 }, line))
  return { text: new XMLSerializer().serializeToString(file), width, height }
}
