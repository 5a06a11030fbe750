/**
 * A snapshot: one frozen revision of the graph as typed arrays on shared memory, so that a worker reads it without a copy.
 * Nodes are organisations, or country-sectors of a table, in ascending id order; node i is ids[i] everywhere.
 */

/** Compressed sparse rows. Undirected graphs hold each link in both rows; a directed graph holds source -> target. No self-loops, no parallel links, weights > 0, targets ascending in each row. */
export interface Csr {
  directed: boolean
  /** Nodes. */
  n: number
  /** Links, each counted once. */
  m: number
  /** n + 1 row starts. */
  offsets: Int32Array
  targets: Int32Array
  weights: Float64Array
}

/** Float32 where every weight is exactly one (packed-weights.ts). */
export interface PackedCsr extends Omit<Csr, 'weights'> { weights: Float32Array | Float64Array }

/** One word for each node (country, kind); code -1: not stated. */
export interface Coded { codes: Int32Array, values: string[] }
/** Any number of words for each node (domains, sectors): words of node i are codes[offsets[i]..offsets[i+1]). */
export interface MultiCoded { offsets: Int32Array, codes: Int32Array, values: string[] }

/** Two-mode membership layer: members of network k are members[offsets[k]..offsets[k+1]), ascending, each once. */
export interface Incidence {
  networks: string[]
  offsets: Int32Array
  members: Int32Array
  /** Members in the source, -1 where it does not say. */
  membersTotal: Int32Array
}

export interface Snapshot {
  revision: number
  /** SHA-256, hex, over everything below in a fixed order. */
  hash: string
  ids: string[]
  /** Of nodes that no store knows: country-sectors of an input-output table. Absent: nodes are organisations. */
  names?: string[]
  country: Coded
  /** NUTS code as stored, vintage left out; prefixes give the higher levels. */
  region: Coded
  kind: Coded
  sizeClass: Coded
  city: Coded
  domains: MultiCoded
  sectors: MultiCoded
  /** NaN where not known. */
  latitude: Float64Array
  longitude: Float64Array
  /** Volume of a node's links to itself, kept out of the layers. */
  internalVolume: Float64Array
  supply: Csr
  collaboration: PackedCsr
  incidence: Incidence
  /** Domains of each network, parallel to incidence.networks. */
  networkDomains: MultiCoded
  report: { selfLoops: number, zeroWeightLinks: number, parallelLinks: number, otherLinks: Record<string, number> }
}

/** The one-mode, undirected, weighted graph that communities and paths are computed on, made from layers by a stated rule. */
export interface Projection {
  graph: Csr
  /** Networks shared by the two ends, parallel to graph.targets. */
  sharedNetworks: Int32Array
  /** Bit set of layers, parallel to graph.targets: 1 supply, 2 collaboration, 4 co-membership. */
  layerBits: Uint8Array
  /** What weights of each layer were multiplied by, so that layers of different units could be added; a layer without links is not in it. */
  scales: Readonly<Record<string, number>>
  report: { linksByLayer: Record<string, number>, networks: number, networksProjected: number, networksAboveCap: number, networksWithOneMember: number }
}
