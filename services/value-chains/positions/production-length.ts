/**
 * How much of a country-sector's value added and final output passes through value chains, how long its chains are, and where in them it stands.
 *
 * diag(v) B diag(y) is split by borders crossed: domestic VD = V L Yd, traditional trade VRT = V L Yf (final goods exported), simple GVC = V L Am L Yd (one border, then used), complex
 * GVC = V L Am (B Y - L Yd), with y = yd + yf final output sold at home and abroad, Am imported inputs. Forward (f_): row sums over va, where value added goes; backward (b_): column
 * sums over y, where final output comes from. GVCPt = simple + complex. Average length counts the stages: PLv = (B B y) / (B y), PLy = v B B / v B; domestic and traditional parts
 * with L in place of B, GVC the rest. GVC_position = PLv_GVC / PLy_GVC: above 1 nearer to the beginning of chains; production_position = PLv / PLy.
 *
 * PLv = U where the rows of the table add up to output, and PLy = D where value added is all that inputs leave; else they differ by the chains of the imbalance of rows, and of taxes and sectors
 * without output, as X = B y + B delta and 1 = v B + rest B. v cancels out of the forward columns, so they are there with v = 0 as well.
 * Edge: nothing made, or no final output, or no GVC part: NaN. Complexity: nine solves and the local inverses. Shares, steps.
 * Tested against numpy. Source: Wang, Wei, Yu and Zhu (2017), NBER 23222 and 23261.
 */
import { z } from 'zod'
import { importedTimes, localTimes, timesImported, timesLocal } from '../block-products.ts'
import { identity } from '../identity.ts'
import { inverseTimes, timesInverse } from '../inverse-products.ts'
import { measure } from '../measure.ts'
import { homeDemand } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { finalOutput } from '../sums.ts'
import type { System } from '../system.ts'

function compute (system: System) {
  const { n, output, valueAddedShare, taxShare, labels } = system
  const all = finalOutput(system)
  const atHome = homeDemand(system)
  const exported = all.map((value, i) => value - atHome[i])
  const made = inverseTimes(system, all)
  const madeTwice = inverseTimes(system, made)
  const content = timesInverse(valueAddedShare, system)
  const contentTwice = timesInverse(content, system)
  const forward = lengthsForward(system, made, madeTwice, atHome, exported)
  const backward = lengthsBackward(system, content, contentTwice, all, atHome, exported)
  const columns = {
    ...forward,
    ...backward,
    GVC_position: forward.PLv_GVC.map((value, i) => value / backward.PLy_GVC[i]),
    production_position: forward.PLv.map((value, i) => value / backward.PLy[i])
  }
  const label = rowLabel(labels, 'sector')
  const missedTwice = inverseTimes(system, system.outputOfImbalance())
  const rest = taxShare.map((value, j) => value + Number(output[j] === 0))
  const restTwice = timesInverse(timesInverse(rest, system), system)
  const identities = [
    identity('f_VD + f_VRT + GVCPt_f = 1', columns.f_VD.map((value, i) => value + columns.f_VRT[i] + columns.GVCPt_f[i]), columns.f_VD.map(value => Number.isNaN(value) ? NaN : 1), label),
    identity('b_VD + b_VRT + GVCPt_b = 1', columns.b_VD.map((value, i) => value + columns.b_VRT[i] + columns.GVCPt_b[i]), columns.b_VD.map(value => Number.isNaN(value) ? NaN : 1), label),
    identity('PLv # (B y) + B B (imbalance of rows) = U # X', madeTwice.map((value, i) => value + missedTwice[i]), inverseTimes(system, output), label),
    identity('PLy # (v B) + (taxes, sectors without output) B B = D', contentTwice.map((value, j) => value + restTwice[j]), timesInverse(new Float64Array(n).fill(1), system), label)
  ]
  return { tables: { sector: { level: 'sector' as const, columns } }, identities }
}

/** By row sums: where value added goes. */
function lengthsForward (system: System, made: Float64Array, madeTwice: Float64Array, atHome: Float64Array, exported: Float64Array) {
  const domestic = localTimes(system, atHome)
  const traditional = localTimes(system, exported)
  const simple = localTimes(system, importedTimes(system, domestic))
  const chain = made.map((value, i) => value - domestic[i] - traditional[i])
  const domesticTwice = localTimes(system, domestic)
  const traditionalTwice = localTimes(system, traditional)
  return {
    f_VD: ratio(domestic, made),
    f_VRT: ratio(traditional, made),
    f_GVC_simple: ratio(simple, made),
    f_GVC_complex: ratio(chain.map((value, i) => value - simple[i]), made),
    GVCPt_f: ratio(chain, made),
    PLv: ratio(madeTwice, made),
    PLv_D: ratio(domesticTwice, domestic),
    PLv_RT: ratio(traditionalTwice, traditional),
    PLv_GVC: ratio(madeTwice.map((value, i) => value - domesticTwice[i] - traditionalTwice[i]), chain)
  }
}

/** By column sums: where final output comes from. */
function lengthsBackward (system: System, content: Float64Array, contentTwice: Float64Array, all: Float64Array, atHome: Float64Array, exported: Float64Array) {
  const local = system.localValueAdded()
  const localTwice = timesLocal(local, system)
  const simple = timesLocal(timesImported(local, system), system)
  const of = (values: Float64Array, sold: Float64Array): Float64Array => Float64Array.from(values, (value, j) => value * sold[j])
  const total = of(content, all)
  const chain = of(content.map((value, j) => value - local[j]), all)
  return {
    b_VD: ratio(of(local, atHome), total),
    b_VRT: ratio(of(local, exported), total),
    b_GVC_simple: ratio(of(simple, atHome), total),
    b_GVC_complex: ratio(chain.map((value, j) => value - simple[j] * atHome[j]), total),
    GVCPt_b: ratio(chain, total),
    PLy: ratio(contentTwice, content),
    PLy_D: ratio(localTwice, local),
    PLy_RT: ratio(localTwice, local),
    PLy_GVC: ratio(contentTwice.map((value, j) => value - localTwice[j]), content.map((value, j) => value - local[j]))
  }
}

const ratio = (part: Float64Array, whole: Float64Array): Float64Array => part.map((value, i) => value / (whole[i] === 0 ? NaN : whole[i]))

const split = (side: string, says: string) => ({
  [`${side}_VD`]: { says: `${says}: made and used at home.`, formula: 'V L Yd', unit: 'share' as const },
  [`${side}_VRT`]: { says: `${says}: traditional trade, in final goods sold abroad.`, formula: 'V L Yf', unit: 'share' as const },
  [`${side}_GVC_simple`]: { says: `${says}: crosses one border as an input, and is used there.`, formula: 'V L Am L Yd', unit: 'share' as const },
  [`${side}_GVC_complex`]: { says: `${says}: crosses borders more than once.`, formula: 'V L Am (B Y - L Yd)', unit: 'share' as const },
  [`GVCPt_${side}`]: { says: `${says}: value chains, simple and complex.`, formula: 'simple + complex', unit: 'share' as const }
})

const lengths = (name: string, says: string, formula: string) => ({
  [name]: { says: `Average stages ${says}.`, formula, unit: 'steps' as const },
  [`${name}_D`]: { says: `Average stages ${says}, of what stays at home.`, formula: `${formula}, L for B, Yd`, unit: 'steps' as const },
  [`${name}_RT`]: { says: `Average stages ${says}, of traditional trade.`, formula: `${formula}, L for B, Yf`, unit: 'steps' as const },
  [`${name}_GVC`]: { says: `Average stages ${says}, of value chains across borders.`, formula: 'the rest of the whole', unit: 'steps' as const }
})

export const productionLength = measure({
  name: 'productionLength',
  says: 'How much of value added and of final output passes through value chains across borders, how long they are, and where in them a country-sector stands.',
  source: 'Wang, Wei, Yu and Zhu (2017), NBER Working Papers 23222 and 23261',
  needs: 'solves',
  options: z.object({}),
  gives: {
    sector: {
      level: 'sector',
      columns: {
        ...split('f', 'Part of value added'),
        ...lengths('PLv', 'from value added to final use', 'B B y / B y'),
        ...split('b', 'Part of final output'),
        ...lengths('PLy', 'from value added to final output', 'v B B / v B'),
        GVC_position: { says: 'Above 1: nearer to the beginning of value chains than to their end.', formula: 'PLv_GVC / PLy_GVC', unit: 'number' },
        production_position: { says: 'Above 1: nearer to the beginning of production than to its end.', formula: 'PLv / PLy', unit: 'number' }
      }
    }
  },
  compute
})
