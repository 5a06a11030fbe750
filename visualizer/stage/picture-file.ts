/** The picture as a file: SVG drawn from the same scene with the same labels, PNG made from that SVG. Both carry title, legend and sources. */
import { drawNodes } from './draw-scene.ts'
import type { Marks, Projection } from './draw-scene.ts'
import { canvasPen, FONT, svgPen } from './pen.ts'
import { drawLegend } from './picture-legend.ts'
import type { LegendMark } from './picture-legend.ts'
import { readInk } from './scene.ts'
import type { Scene } from './scene.ts'

/** SVG text and its size in px. */
export interface PictureFile { text: string, width: number, height: number }
export interface Caption { title: string, legend: LegendMark[], source: string[] }
const MARGIN = 24
const LINE = 16

export function pictureSvg (scene: Scene, projection: Projection, marks: Marks, caption: Caption): PictureFile {
  const ink = readInk()
  const canvas = document.createElement('canvas').getContext('2d')
  const pen = svgPen(canvas === null ? text => text.length * 7 : canvasPen(canvas).measure)
  const places = new Map(scene.nodes.map(node => [node.id, projection.point(node.x, node.y)]))
  for (const edge of scene.edges) {
    const from = places.get(edge.source)
    const to = places.get(edge.target)
    if (from !== undefined && to !== undefined) pen.line(from.x, from.y, to.x, to.y, { stroke: edge.crossing ? ink.edge2 : ink.edge, width: Math.max(0.8, edge.width * projection.scale) })
  }
  drawNodes(scene, pen, projection, ink, { ...marks, hovered: null, focused: null, bright: null })
  const body = pen.elements.splice(0)
  const top = MARGIN + 28
  const foot = top + projection.height + 8
  const legend = drawLegend(caption.legend, pen, ink, MARGIN, foot, projection.width - 2 * MARGIN)
  const height = foot + legend + LINE + caption.source.length * LINE + MARGIN
  pen.text(MARGIN, MARGIN + 14, caption.title, { size: 18, weight: 600, fill: ink.ink, halo: null, anchor: 'start' })
  caption.source.forEach((line, i) => pen.text(MARGIN, foot + legend + LINE + i * LINE, line, { size: 11, weight: 400, fill: ink.ink2, halo: null, anchor: 'start' }))
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${projection.width}" height="${height}" viewBox="0 0 ${projection.width} ${height}" font-family='${FONT}'><title>${caption.title.replace(/[&<]/g, ' ')}</title><rect width="100%" height="100%" fill="${ink.stage}"/><svg y="${top}" width="${projection.width}" height="${projection.height}" overflow="hidden">${body.join('')}</svg>${pen.elements.join('')}</svg>`
  return { text, width: projection.width, height }
}

export async function picturePng (svg: PictureFile, scale: number): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(svg.width * scale)
  canvas.height = Math.round(svg.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return await new Promise((resolve, reject) => canvas.toBlob(blob => blob === null ? reject(new Error('The browser made no picture of this size; choose a smaller one.')) : resolve(blob), 'image/png'))
}

export function saveFile (name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
