/** A view as GEXF 1.2 with colours, sizes and positions: Gephi opens it looking like the screen. What the file says of itself is in meta/description. */
import type Graph from 'graphology'
import { write } from 'graphology-gexf'
import { xmlCharacters } from '../xml-text.ts'

const VIZ_WRITTEN = 'http:///www.gexf.net/1.1draft/viz'
const VIZ = 'http://www.gexf.net/1.2draft/viz'

export function writeGexf (graph: Graph): string {
  const clean = graph.copy()
  clean.updateEachNodeAttributes((_, attributes) => withXmlText(attributes))
  clean.replaceAttributes(withXmlText(clean.getAttributes()))
  // The writer names an older namespace with a slash too many; readers that go by namespaces (networkx) would lose the colours.
  return write(clean, { version: '1.2', pedantic: true, pretty: false }).replace(VIZ_WRITTEN, VIZ)
}

const withXmlText = (attributes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, typeof value === 'string' ? xmlCharacters(value) : value]))
