/** The other forces of ForceAtlas2, and how nodes follow them; stated in force-atlas2.ts. */
import type { ForceAtlas2Options, Pulls } from './force-options.ts'
import { newPositions } from './positions.ts'
import type { Positions } from './positions.ts'

/** With sizes: largest force, and share of the free speed. */
const FORCE_MAX = 10
const SPEED_WITH_SIZES = 0.1

export interface Motion { force: Positions, /** The force one iteration ago. */ before: Positions, convergence: Float64Array }

export const newMotion = (n: number): Motion => ({ force: newPositions(n), before: newPositions(n), convergence: new Float64Array(n).fill(1) })

export function pullToMiddle ({ x, y }: Positions, mass: Float64Array, { gravity, strongGravity }: ForceAtlas2Options, force: Positions): void {
  for (let v = 0; v < mass.length; v++) {
    const distance = Math.sqrt(x[v] * x[v] + y[v] * y[v])
    if (distance === 0) continue
    const factor = strongGravity ? gravity * mass[v] : gravity * mass[v] / distance
    force.x[v] -= x[v] * factor
    force.y[v] -= y[v] * factor
  }
}

export function attract ({ n, first, offsets, targets, weights }: Pulls, { x, y }: Positions, mass: Float64Array, sizes: Float64Array | null, { linLog, outboundAttraction }: ForceAtlas2Options, force: Positions): void {
  const meanMass = mass.reduce((sum, each) => sum + each, 0) / n
  for (let v = 0; v < n; v++) {
    const share = outboundAttraction ? meanMass / mass[v] : 1
    for (let slot = first[v]; slot < offsets[v + 1]; slot++) {
      const u = targets[slot]
      const dx = x[v] - x[u]
      const dy = y[v] - y[u]
      let factor = weights === null ? share : share * weights[slot]
      if (sizes !== null || linLog) {
        const distance = Math.sqrt(dx * dx + dy * dy) - (sizes === null ? 0 : sizes[v] + sizes[u])
        if (distance <= 0) continue
        if (linLog) factor = factor * Math.log(1 + distance) / distance
      }
      force.x[v] -= dx * factor
      force.y[v] -= dy * factor
      force.x[u] += dx * factor
      force.y[u] += dy * factor
    }
  }
}

export function applyForces ({ force, before, convergence }: Motion, { x, y }: Positions, mass: Float64Array, slowDown: number, withSizes: boolean): void {
  for (let v = 0; v < mass.length; v++) {
    let fx = force.x[v]
    let fy = force.y[v]
    const length = Math.sqrt(fx * fx + fy * fy)
    if (withSizes && length > FORCE_MAX) {
      fx = fx * FORCE_MAX / length
      fy = fy * FORCE_MAX / length
    }
    const differenceX = before.x[v] - fx
    const differenceY = before.y[v] - fy
    const sumX = before.x[v] + fx
    const sumY = before.y[v] + fy
    const swinging = mass[v] * Math.sqrt(differenceX * differenceX + differenceY * differenceY)
    const traction = Math.sqrt(sumX * sumX + sumY * sumY) / 2
    const restraint = 1 + Math.sqrt(swinging)
    const speed = (withSizes ? SPEED_WITH_SIZES : convergence[v]) * Math.log(1 + traction) / restraint
    convergence[v] = Math.min(1, Math.sqrt(speed * (fx * fx + fy * fy) / restraint))
    x[v] += fx * (speed / slowDown)
    y[v] += fy * (speed / slowDown)
    before.x[v] = fx
    before.y[v] = fy
  }
}
