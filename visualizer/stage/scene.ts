/** What a picture holds, in graph units (y upwards): the one description that the screen and the SVG file are drawn from. */

export interface SceneNode {
  id: string
  x: number
  y: number
  radius: number
  fill: string
  line: string
  /** Dashed outline: loose, or not measured. */
  dashed: boolean
  /** Ring: a bridge. */
  ringed: boolean
  /** Faded: left out by the filter. */
  faded: boolean
  label: string
  /** After the name, lighter. */
  note: string
  /** Greater goes first when labels compete. */
  importance: number
  /** In the hole of the disc; null: a plain dot. */
  code: string | null
  /** Shares of the disc, clockwise from 12; empty: not sliced. */
  slices: number[]
  /** Share on the outer ring, and where it is expected; null: no ring. */
  arc: { share: number, expected: number | null } | null
}

export interface SceneEdge { id: string, source: string, target: string, width: number, /** Darker: across a border. */ crossing: boolean }

export interface Scene {
  nodes: SceneNode[]
  edges: SceneEdge[]
  /** Half the width and height of the plane. */
  halfWidth: number
  halfHeight: number
}

/** Colours of the theme in use, read from the stylesheet. */
export interface Ink { stage: string, ink: string, ink2: string, edge: string, edge2: string, edgeCross: string, amber: string, amberCase: string, focus: string, rule: string, halo: string }

export function readInk (): Ink {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return { stage: of('stage'), ink: of('ink'), ink2: of('ink-2'), edge: of('edge'), edge2: of('edge-2'), edgeCross: of('edge-cross'), amber: of('amber'), amberCase: of('amber-case'), focus: of('focus'), rule: of('rule'), halo: of('halo') }
}

/** Cluster colours of the theme in use. */
export function clusterInk (code: string | null): { fill: string, line: string, tint: string, on: string } {
  const number = /^C([1-9]|1[0-2])$/.exec(code ?? '')?.[1] ?? 'x'
  const style = getComputedStyle(document.documentElement)
  const of = (part: string): string => style.getPropertyValue(`--c${number}${part}`).trim()
  return { fill: of(''), line: of('-line'), tint: of('-tint'), on: of('-on') }
}
