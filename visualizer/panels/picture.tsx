/**
 * A picture with everything round it: the Sigma stage, the keyboard list that stands in for it, tooltip, zoom, legend.
 * The canvas itself is hidden from assistive technology; the list beside it holds the same nodes.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import { createNetworkStage, hasWebGl } from '../stage/network-stage.ts'
import type { NetworkStage } from '../stage/network-stage.ts'
import type { LegendMark } from '../stage/picture-legend.ts'
import type { Scene } from '../stage/scene.ts'
import { theme } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { Icon } from './icons.tsx'
import { registerPicture } from './picture-register.ts'

interface Props {
  name: string
  scene: Scene
  selected: string | null
  onPick: (node: string | null) => void
  onOpen: (node: string) => void
  onPickEdge: (edge: string) => void
  describeNode: (node: string) => string
  tipOfNode: (node: string) => ComponentChildren
  tipOfEdge: (edge: string) => ComponentChildren
  legend: ComponentChildren
  /** The same for the picture as a file. */
  marks: LegendMark[]
  /** What to show where WebGL is missing: the table twin. */
  instead: ComponentChildren
}

interface Tip { x: number, y: number, /** Which ways it opens so that it stays in the frame. */ ways: string, content: ComponentChildren }

export function Picture (props: Props): VNode {
  const { name, scene, selected } = props
  const frame = useRef<HTMLDivElement>(null)
  const stage = useRef<NetworkStage | null>(null)
  const latest = useRef(props)
  latest.current = props
  const [tip, setTip] = useState<Tip | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const drawable = useMemo(hasWebGl, [])

  useEffect(() => {
    if (!drawable || frame.current === null) return
    const created = createNetworkStage(frame.current, {
      pick: node => latest.current.onPick(node),
      open: node => latest.current.onOpen(node),
      pickEdge: edge => latest.current.onPickEdge(edge),
      hover: (what, x, y) => setTip(what === null ? null : { x, y, ways: waysOf(frame.current, x, y), content: 'node' in what ? latest.current.tipOfNode(what.node) : latest.current.tipOfEdge(what.edge) })
    }, () => registerPicture({ name, scene: () => latest.current.scene, stage: () => stage.current, selected: () => latest.current.selected, legend: () => latest.current.marks }))
    stage.current = created
    return () => {
      stage.current = null
      registerPicture(null)
      created.destroy()
    }
  }, [drawable])
  useEffect(() => stage.current?.show(scene), [scene])
  useEffect(() => stage.current?.mark({ selected, focused }), [selected, focused, scene])
  useEffect(() => stage.current?.recolour(), [theme.value])
  // What was pointed at may have moved: a selection opens a panel beside the stage.
  useEffect(() => setTip(null), [selected, scene])

  const order = useMemo(() => [...scene.nodes].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1)), [scene])
  const focus = (id: string): void => {
    setFocused(id)
    stage.current?.centre(id)
  }
  const onKey = (event: KeyboardEvent): void => {
    const at = focused ?? selected ?? order[0]?.id
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
    const arrow = arrows[event.key]
    if (arrow !== undefined) focus(focused === null ? at : nearest(scene, at, arrow))
    else if (event.key === 'Home') focus(order[0].id)
    else if (event.key === 'Enter') selected === at ? props.onOpen(at) : props.onPick(at)
    else if (event.key === 'f') stage.current?.fit()
    else if (event.key === '+') stage.current?.zoom(1.4)
    else if (event.key === '-') stage.current?.zoom(1 / 1.4)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (!drawable) return <div class='no-webgl'><p class='notice'><Icon name='warning' /> {t('picture.noWebGl')}</p>{props.instead}</div>
  return (
    <div class='picture'>
      <div class='picture-frame'>
        <div ref={frame} class='stage' aria-hidden='true' />
        <ul
          class='stage-list' role='listbox' tabIndex={0} aria-label={t('picture.list', { name })} aria-activedescendant={focused === null ? undefined : `node-${focused}`}
          onKeyDown={onKey} onFocus={() => focused === null && order[0] !== undefined && setFocused(selected ?? order[0].id)} onBlur={() => setFocused(null)}
        >
          {order.map(node => <li key={node.id} id={`node-${node.id}`} role='option' aria-selected={node.id === selected}>{props.describeNode(node.id)}</li>)}
        </ul>
        <div class='zoom' role='group' aria-label={t('picture.zoom')}>
          <button type='button' aria-label={t('picture.zoomOut')} onClick={() => stage.current?.zoom(1 / 1.4)}><Icon name='minus' /></button>
          <button type='button' aria-label={t('picture.zoomIn')} onClick={() => stage.current?.zoom(1.4)}><Icon name='plus' /></button>
          <button type='button' aria-label={t('picture.fit')} onClick={() => stage.current?.fit()}><Icon name='fit' /></button>
        </div>
        {tip !== null && <div class={`tip${tip.ways}`} role='status' style={{ left: `${tip.x}px`, top: `${tip.y}px` }}>{tip.content}</div>}
      </div>
      {props.legend}
    </div>
  )
}

function waysOf (frame: HTMLElement | null, x: number, y: number): string {
  if (frame === null) return ''
  return `${x > frame.clientWidth / 2 ? ' leftwards' : ''}${y > frame.clientHeight * 2 / 3 ? ' upwards' : ''}`
}

/** The nearest node in the direction of an arrow: distance counts, and straying from the direction counts double. */
function nearest (scene: Scene, from: string, [dx, dy]: [number, number]): string {
  const here = scene.nodes.find(node => node.id === from)
  if (here === undefined) return from
  let best = from
  let least = Infinity
  for (const node of scene.nodes) {
    const along = (node.x - here.x) * dx + (node.y - here.y) * dy
    const across = Math.abs((node.x - here.x) * dy) + Math.abs((node.y - here.y) * dx)
    if (node.id === from || along <= 0 || across > 2 * along) continue
    const cost = along + 2 * across
    if (cost < least) {
      least = cost
      best = node.id
    }
  }
  return best
}
