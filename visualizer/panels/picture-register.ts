/** The picture on screen, for exports and for tests that wait until it is drawn. */
import { signal } from '@preact/signals'
import type { NetworkStage } from '../stage/network-stage.ts'
import type { LegendMark } from '../stage/picture-legend.ts'
import type { Scene } from '../stage/scene.ts'

export interface ShownPicture { name: string, scene: () => Scene, stage: () => NetworkStage | null, selected: () => string | null, /** Its legend as a file draws it. */ legend: () => LegendMark[] }

export const shownPicture = signal<ShownPicture | null>(null)

declare global {
  /** What browser tests wait for: counts of what is drawn, and where a node is on screen. */
  interface Window { amberRoad?: { drawn: number, counts: () => { nodes: number, edges: number, labels: number } | null, place: (node: string) => { x: number, y: number } | null } }
}

export function registerPicture (picture: ShownPicture | null): void {
  if (picture === null || shownPicture.value?.name !== picture.name) shownPicture.value = picture
  window.amberRoad = {
    drawn: (window.amberRoad?.drawn ?? 0) + 1,
    counts: () => shownPicture.value?.stage()?.counts() ?? null,
    place: id => {
      const node = shownPicture.value?.scene().nodes.find(each => each.id === id)
      const projection = shownPicture.value?.stage()?.projection()
      return node === undefined || projection === undefined ? null : projection.point(node.x, node.y)
    }
  }
}
