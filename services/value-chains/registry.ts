/** The one list of measures of input-output tables. */
import { bmImporter } from './decompositions/bm-importer.ts'
import { bmSelf } from './decompositions/bm-self.ts'
import { bmSink } from './decompositions/bm-sink.ts'
import { bmSource } from './decompositions/bm-source.ts'
import { bmWorld } from './decompositions/bm-world.ts'
import { kww } from './decompositions/kww.ts'
import { leontiefDecomposition } from './decompositions/leontief-decomposition.ts'
import { multipliers } from './decompositions/multipliers.ts'
import { tiva } from './decompositions/tiva.ts'
import { vax } from './decompositions/vax.ts'
import { verticalSpecialisation } from './decompositions/vertical-specialisation.ts'
import { wwz } from './decompositions/wwz.ts'
import type { ValueChainMeasure } from './measure.ts'
import { averagePropagationLength } from './positions/average-propagation-length.ts'
import { countrySectorCentrality } from './positions/country-sector-centrality.ts'
import { participation } from './positions/participation.ts'
import { productionLength } from './positions/production-length.ts'
import { revealedComparativeAdvantage } from './positions/revealed-comparative-advantage.ts'
import { tripartiteTrade } from './positions/tripartite-trade.ts'
import { upstreamness } from './positions/upstreamness.ts'
import { demandShock, supplyShock } from './scenarios/demand-and-supply-shocks.ts'
import { hypotheticalExtraction } from './scenarios/hypothetical-extraction.ts'
import { structuralPaths } from './scenarios/structural-paths.ts'

export const VALUE_CHAIN_MEASURES: ReadonlyMap<string, ValueChainMeasure> = new Map([
  averagePropagationLength,
  bmImporter,
  bmSelf,
  bmSink,
  bmSource,
  bmWorld,
  countrySectorCentrality,
  demandShock,
  hypotheticalExtraction,
  kww,
  leontiefDecomposition,
  multipliers,
  participation,
  productionLength,
  revealedComparativeAdvantage,
  structuralPaths,
  supplyShock,
  tiva,
  tripartiteTrade,
  upstreamness,
  vax,
  verticalSpecialisation,
  wwz
].map(entry => [entry.name, entry]))
