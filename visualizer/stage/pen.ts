/** Two pens with one set of strokes: on a canvas for the screen, as SVG for a file. Units: pixels, y downwards. */

export interface Stroke { fill?: string, stroke?: string, width?: number, dash?: number[], opacity?: number }
export interface TextStroke { size: number, weight: number, fill: string, halo: string | null, anchor: 'start' | 'middle', opacity?: number }

/** What follows a text on its line, after a space. */
export interface TextNote { text: string, weight: number, fill: string }

export interface Pen {
  circle: (x: number, y: number, radius: number, stroke: Stroke) => void
  line: (x1: number, y1: number, x2: number, y2: number, stroke: Stroke) => void
  /** Circular arc in turns, clockwise from 12. */
  arc: (x: number, y: number, radius: number, from: number, to: number, stroke: Stroke) => void
  text: (x: number, y: number, text: string, stroke: TextStroke, note?: TextNote) => void
  measure: (text: string, size: number, weight: number) => number
}

export const FONT = '"Inter Variable", Inter, system-ui, sans-serif'
const HALO_WIDTH = 4

export function canvasPen (context: CanvasRenderingContext2D): Pen {
  const ink = ({ fill, stroke, width = 1, dash = [], opacity = 1 }: Stroke): void => {
    context.globalAlpha = opacity
    if (fill !== undefined) {
      context.fillStyle = fill
      context.fill()
    }
    if (stroke !== undefined) {
      context.strokeStyle = stroke
      context.lineWidth = width
      context.setLineDash(dash)
      context.stroke()
    }
    context.globalAlpha = 1
  }
  const font = (size: number, weight: number): void => { context.font = `${weight} ${size}px ${FONT}` }
  const measure = (text: string, size: number, weight: number): number => {
    font(size, weight)
    return context.measureText(text).width
  }
  return {
    circle: (x, y, radius, stroke) => {
      context.beginPath()
      context.arc(x, y, Math.max(0, radius), 0, 2 * Math.PI)
      ink(stroke)
    },
    line: (x1, y1, x2, y2, stroke) => {
      context.beginPath()
      context.moveTo(x1, y1)
      context.lineTo(x2, y2)
      ink(stroke)
    },
    arc: (x, y, radius, from, to, stroke) => {
      context.beginPath()
      context.arc(x, y, Math.max(0, radius), (from - 0.25) * 2 * Math.PI, (to - 0.25) * 2 * Math.PI)
      ink(stroke)
    },
    text: (x, y, text, { size, weight, fill, halo, anchor, opacity = 1 }, note) => {
      const parts = [{ text, weight, fill }, ...note === undefined ? [] : [{ ...note, text: ` ${note.text}` }]].map(part => ({ ...part, width: measure(part.text, size, part.weight) }))
      context.globalAlpha = opacity
      context.textAlign = 'left'
      context.textBaseline = 'alphabetic'
      context.setLineDash([])
      let left = anchor === 'middle' ? x - parts.reduce((sum, { width }) => sum + width, 0) / 2 : x
      for (const part of parts) {
        font(size, part.weight)
        if (halo !== null) {
          context.lineJoin = 'round'
          context.lineWidth = HALO_WIDTH
          context.strokeStyle = halo
          context.strokeText(part.text, left, y)
        }
        context.fillStyle = part.fill
        context.fillText(part.text, left, y)
        left += part.width
      }
      context.globalAlpha = 1
    },
    measure
  }
}

const escapeText = (text: string): string => text.replace(/[&<>"]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] as string)
const round = (value: number): string => String(Math.round(value * 100) / 100)

/** `measure` comes from a canvas: labels must fall where they fall on screen. */
export function svgPen (measure: Pen['measure']): Pen & { elements: string[] } {
  const elements: string[] = []
  const ink = ({ fill, stroke, width = 1, dash = [], opacity = 1 }: Stroke): string =>
    `fill="${fill ?? 'none'}"${stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${round(width)}"${dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`}${opacity === 1 ? '' : ` opacity="${opacity}"`}`
  return {
    elements,
    measure,
    circle: (x, y, radius, stroke) => elements.push(`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${ink(stroke)}/>`),
    line: (x1, y1, x2, y2, stroke) => elements.push(`<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${ink(stroke)}/>`),
    arc: (x, y, radius, from, to, stroke) => {
      if (to - from >= 0.9999) {
        elements.push(`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${ink(stroke)}/>`)
        return
      }
      const point = (turn: number): string => `${round(x + radius * Math.sin(turn * 2 * Math.PI))} ${round(y - radius * Math.cos(turn * 2 * Math.PI))}`
      elements.push(`<path d="M${point(from)}A${round(radius)} ${round(radius)} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}" ${ink(stroke)}/>`)
    },
    // A note is part of its text: where it begins is left to the font that the reader has.
    text: (x, y, text, { size, weight, fill, halo, anchor, opacity = 1 }, note) => elements.push(
      `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchor === 'middle' ? ' text-anchor="middle"' : ''}${halo === null ? '' : ` stroke="${halo}" stroke-width="${HALO_WIDTH}" paint-order="stroke" stroke-linejoin="round"`}${opacity === 1 ? '' : ` opacity="${opacity}"`}>${escapeText(text)}${note === undefined ? '' : `<tspan font-weight="${note.weight}" fill="${note.fill}"> ${escapeText(note.text)}</tspan>`}</text>`)
  }
}
