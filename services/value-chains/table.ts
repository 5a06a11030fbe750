/**
 * An inter-country input-output table: what each sector of each country sells to each other, and to final demand.
 *
 * n = G N country-sectors stand in country-major order, as the file has them: index i is sector i mod N of country floor(i / N). A row sells, a column buys
 * (goods flow from source to target). All values are in one currency and one unit, for one year. A table never changes: `hash` names what it holds.
 */
export interface TableAbout {
  title: string
  year: number | null
  /** Currency and multiple, such as "million USD at current prices". */
  unit: string
  /** Who published it, with edition; what must be cited. */
  source: string
  /** Format it was read from, and what was decided while reading (such as parts of a country that were joined). */
  format: string
  notes: string[]
}

export interface TableLabels {
  /** G codes as the table writes them, and the name of each. */
  countries: readonly string[]
  countryNames: readonly string[]
  /** N codes, and the name of each. */
  sectors: readonly string[]
  sectorNames: readonly string[]
}

/** Of a country-sector by its index, for a sentence. */
export const nodeLabel = ({ countries, sectors }: TableLabels, node: number): string => `${countries[Math.floor(node / sectors.length)]} ${sectors[node % sectors.length]}`

export interface InputOutputTable {
  /** SHA-256 of labels and values, in hexadecimal: the same content has the same hash, whatever file it came from. */
  hash: string
  about: TableAbout
  labels: TableLabels
  /** Z, n x n by rows. */
  intermediate: Float64Array
  /** Y, n x G by rows: final demand of each country, its categories added up. */
  finalDemand: Float64Array
  /** X, n: gross output. */
  output: Float64Array
  /** n: value added at basic prices, as the table states it; where it states none, output less intermediate inputs. */
  valueAdded: Float64Array
  /** n: the part of final demand that is a change in inventories; null where the file does not tell categories apart. */
  inventoryChange: Float64Array | null
}

/** Most country-sectors of a table: OECD's extended tables have 3,645, and one matrix of 4,096 takes 134 MB. */
export const COUNTRY_SECTORS_MAX = 4096
