/** Which network a row means: the one with its external key, in the store or in the files, else a new one. */
import { networkId } from '../ids.ts'
import type { GraphStore } from '../store/graph-store.ts'
import type { Endpoint, NetworkDraft } from './drafts.ts'

const ID_FORM = /^net-[0-9a-hjkmnp-tv-z]{12}$/

export class NetworkIndex {
  private readonly idByKey = new Map<string, string>()
  private readonly known = new Set<string>()
  private readonly stored = new Set<string>()
  private readonly store: Pick<GraphStore, 'findNetworks' | 'getNetwork'>
  private readonly source: string

  constructor (store: Pick<GraphStore, 'findNetworks' | 'getNetwork'>, source: string) {
    this.store = store
    this.source = source
  }

  async prefetch (drafts: NetworkDraft[], endpoints: Endpoint[]): Promise<void> {
    const texts = [...new Set(endpoints.map(endpoint => endpoint.text))]
    const keys = [...drafts.flatMap(({ network, otherKeys }) => [network.externalKey, ...otherKeys]), ...texts.filter(text => !ID_FORM.test(text)).flatMap(text => [text, this.localKey(text)])]
    const unknown = [...new Set(keys)].filter(key => !this.idByKey.has(key))
    if (unknown.length > 0) {
      for (const [key, id] of await this.store.findNetworks(unknown)) {
        this.idByKey.set(key, id)
        this.stored.add(id)
      }
    }
    for (const id of texts.filter(text => ID_FORM.test(text) && !this.known.has(text))) {
      if (await this.store.getNetwork(id) !== null) this.known.add(id)
    }
  }

  /** Id of the network a row describes. Call prefetch first. */
  resolve ({ network, otherKeys }: NetworkDraft): string {
    const keys = [network.externalKey, ...otherKeys]
    const id = keys.map(key => this.idByKey.get(key)).find(id => id !== undefined) ?? networkId(network.externalKey)
    this.idByKey.set(network.externalKey, id)
    return id
  }

  /** Id of the network an endpoint names, null if nothing answers to it. Call prefetch first. */
  find (endpoint: Endpoint): string | null {
    if (ID_FORM.test(endpoint.text)) return this.known.has(endpoint.text) ? endpoint.text : null
    return this.idByKey.get(endpoint.text) ?? this.idByKey.get(this.localKey(endpoint.text)) ?? null
  }

  /** True if the store held it before this import. */
  isStored (id: string): boolean {
    return this.stored.has(id)
  }

  /** External key of a network that a file names by a key of its own. */
  localKey (key: string): string {
    return `${this.source}:${key}`
  }
}
