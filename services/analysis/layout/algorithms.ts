/** The registered algorithms of this family. */
import type { z } from 'zod'
import { algorithm, COORDINATES, NETWORK, ofNodes } from '../algorithm.ts'
import type { Algorithm } from '../algorithm.ts'
import { leiden, LeidenOptions } from '../communities/leiden.ts'
import { part } from '../context.ts'
import { workOfForces, workOfSearches } from '../work.ts'
import { undirected } from '../undirected.ts'
import { ForceAtlas2Options } from './force-options.ts'
import { geographicLayout, GeographicLayoutOptions } from './geographic-layout.ts'
import { layoutNetwork } from './layout-network.ts'

/** Share of the time that finding communities to start from takes, about. */
const COMMUNITIES_SHARE = 0.1

export const LAYOUT: Algorithm[] = [
  algorithm({
    name: 'forceLayout', family: 'layout', title: 'Places on a picture', says: 'Where it stands on a picture that draws together those that deal with each other.',
    needs: NETWORK, complexity: 'O(n log n + m) an iteration', reference: 'Jacomy et al. 2014, PLoS ONE 9:e98679',
    work: (size, { iterations, theta }: z.infer<typeof ForceAtlas2Options>) => workOfSearches(size, 1) + workOfForces(size, iterations, theta),
    options: ForceAtlas2Options, compute: ({ graph, seed }, options, context) => {
      const links = undirected(graph)
      const community = leiden(links, LeidenOptions.parse({}), seed, part(context, 0, COMMUNITIES_SHARE))
      const { x, y } = layoutNetwork(links, community, options, part(context, COMMUNITIES_SHARE, 1)).positions
      // x and y alone are the places that a run with clusters stores.
      return ofNodes({ positionX: x, positionY: y })
    }
  }),
  algorithm({
    name: 'geographicLayout', family: 'layout', title: 'Places on the map', says: 'Where it is, on a map of Europe that shows every region with its share of the area.',
    needs: COORDINATES, complexity: 'O(n)', reference: 'Snyder 1987, USGS Professional Paper 1395; ETRS89-LAEA, EPSG:3035',
    options: GeographicLayoutOptions, compute: ({ coordinates = { latitude: [], longitude: [] } }, options) => geographicLayout(coordinates, options)
  })
]
