/** A Sigma picture of a scene: Sigma draws links, keeps the camera and finds what is under the pointer; glyphs and labels lie on a canvas above. */
import Graph from 'graphology'
import Sigma from 'sigma'
import { canvasPen } from './pen.ts'
import { drawNodes } from './draw-scene.ts'
import type { Marks } from './draw-scene.ts'
import { readInk } from './scene.ts'
import type { Scene } from './scene.ts'

export interface StageEvents {
  pick: (node: string | null) => void
  open: (node: string) => void
  pickEdge: (edge: string) => void
  hover: (what: { node: string } | { edge: string } | null, x: number, y: number) => void
}

export interface NetworkStage {
  show: (scene: Scene) => void
  mark: (marks: Partial<Marks>) => void
  zoom: (factor: number) => void
  fit: () => void
  centre: (node: string) => void
  recolour: () => void
  /** What is on screen now. */
  projection: () => { point: (x: number, y: number) => { x: number, y: number }, scale: number, width: number, height: number }
  counts: () => { nodes: number, edges: number, labels: number }
  destroy: () => void
}

/** Room round the picture, px. */
const PADDING = 24
const ZOOM_MS = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200

export function createNetworkStage (container: HTMLElement, events: StageEvents, onDrawn: () => void): NetworkStage {
  const graph = new Graph({ type: 'undirected', multi: true })
  let scene: Scene = { nodes: [], edges: [], halfWidth: 1, halfHeight: 1 }
  let ink = readInk()
  let marks: Marks = { selected: null, focused: null, hovered: null, bright: null }
  let hoveredEdge: string | null = null
  let labels = 0

  const sigma = new Sigma(graph, container, {
    renderLabels: false, renderEdgeLabels: false, enableEdgeEvents: true, itemSizesReference: 'positions', zoomToSizeRatioFunction: ratio => ratio, autoRescale: true, stagePadding: PADDING,
    minCameraRatio: 0.05, maxCameraRatio: 3, minEdgeThickness: 0.8, zIndex: true, allowInvalidContainer: true, defaultDrawNodeHover: () => {},
    nodeReducer: (_id, data) => ({ ...data, color: 'rgba(0,0,0,0)' }),
    edgeReducer: (id, data) => {
      const ends = graph.extremities(id)
      const lit = ends.includes(marks.hovered ?? '') || ends.includes(marks.selected ?? '')
      const hidden = marks.bright !== null && !ends.every(end => marks.bright?.has(end))
      return { ...data, color: id === hoveredEdge ? ink.amber : lit ? ink.edge2 : data.crossing === true ? ink.edge2 : ink.edge, hidden: hidden && !lit, zIndex: id === hoveredEdge ? 2 : lit ? 1 : 0, size: id === hoveredEdge ? data.size + 1.5 : data.size }
    }
  })
  const glyphs = document.createElement('canvas')
  glyphs.className = 'stage-glyphs'
  container.append(glyphs)

  const projection = (): ReturnType<NetworkStage['projection']> => {
    const { width, height } = sigma.getDimensions()
    return { point: (x, y) => sigma.graphToViewport({ x, y }), scale: sigma.scaleSize(1), width, height }
  }
  const draw = (): void => {
    const { width, height } = sigma.getDimensions()
    const ratio = devicePixelRatio
    if (glyphs.width !== Math.round(width * ratio) || glyphs.height !== Math.round(height * ratio)) {
      glyphs.width = Math.round(width * ratio)
      glyphs.height = Math.round(height * ratio)
    }
    const context = glyphs.getContext('2d')
    if (context === null) return
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
    labels = drawNodes(scene, canvasPen(context), projection(), ink, marks)
    onDrawn()
  }
  sigma.on('afterRender', draw)
  sigma.on('clickNode', ({ node }) => events.pick(node))
  sigma.on('doubleClickNode', event => {
    event.preventSigmaDefault()
    events.open(event.node)
  })
  sigma.on('clickEdge', ({ edge }) => events.pickEdge(edge))
  sigma.on('clickStage', () => events.pick(null))
  sigma.on('enterNode', ({ node, event }) => {
    const around = new Set([node, ...graph.neighbors(node)])
    marks = { ...marks, hovered: node, bright: around }
    events.hover({ node }, event.x, event.y)
    sigma.refresh({ skipIndexation: true })
  })
  sigma.on('leaveNode', () => {
    marks = { ...marks, hovered: null, bright: null }
    events.hover(null, 0, 0)
    sigma.refresh({ skipIndexation: true })
  })
  sigma.on('enterEdge', ({ edge, event }) => {
    hoveredEdge = edge
    events.hover({ edge }, event.x, event.y)
    sigma.refresh({ skipIndexation: true })
  })
  sigma.on('leaveEdge', () => {
    hoveredEdge = null
    events.hover(null, 0, 0)
    sigma.refresh({ skipIndexation: true })
  })
  const camera = sigma.getCamera()
  const resized = new ResizeObserver(() => {
    sigma.resize()
    sigma.refresh({ skipIndexation: false })
  })
  resized.observe(container)
  // Names are measured with the page's font: draw again once it is there.
  void document.fonts.ready.then(() => sigma.refresh())

  return {
    show: next => {
      scene = next
      hoveredEdge = null
      marks = { ...marks, hovered: null, bright: null }
      graph.clear()
      for (const { id, x, y, radius } of scene.nodes) graph.addNode(id, { x, y, size: radius })
      for (const { id, source, target, width, crossing } of scene.edges) if (graph.hasNode(source) && graph.hasNode(target)) graph.addEdgeWithKey(id, source, target, { size: width, crossing })
      sigma.setCustomBBox({ x: [-scene.halfWidth, scene.halfWidth], y: [-scene.halfHeight, scene.halfHeight] })
      sigma.refresh()
    },
    mark: patch => {
      marks = { ...marks, ...patch }
      sigma.refresh({ skipIndexation: true })
    },
    zoom: factor => { void camera.animate({ ratio: camera.ratio / factor }, { duration: ZOOM_MS }) },
    fit: () => { void camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: ZOOM_MS }) },
    centre: node => {
      const place = sigma.getNodeDisplayData(node)
      if (place === undefined) return
      const { x, y } = sigma.framedGraphToViewport(place)
      const { width, height } = sigma.getDimensions()
      if (x < 40 || y < 40 || x > width - 40 || y > height - 40) void camera.animate({ x: place.x, y: place.y }, { duration: ZOOM_MS })
    },
    recolour: () => {
      ink = readInk()
      sigma.refresh()
    },
    projection,
    counts: () => ({ nodes: graph.order, edges: graph.size, labels }),
    destroy: () => {
      resized.disconnect()
      sigma.kill()
      glyphs.remove()
    }
  }
}

/** False where the browser cannot draw with WebGL 2, which Sigma needs. */
export function hasWebGl (): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}
