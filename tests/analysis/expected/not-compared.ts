/** Keys of the files that nothing here is compared with, and why. */
const notShipped = (what: string): string => `${what} is not computed here`
const OTHER_LOOPS = 'links of a node to itself are left out here; the file says what a tool gives that keeps them'
const OTHER_PARALLEL = 'counts parallel links as several; here they are one link of their summed weight'

const TINY: Record<string, string> = { degree_centrality: 'the number of partners, compared in other cases, over n - 1', density: notShipped('density'), assortativity: notShipped('assortativity by degree') }

export const NOT_COMPARED: Record<string, Record<string, string>> = {
  '01': {
    edge_betweenness_raw: notShipped('betweenness of links'), current_flow_betweenness_normalized: notShipped('current-flow betweenness'), bridging_coefficient: notShipped('the bridging coefficient'), bridging_centrality: notShipped('bridging centrality'),
    bridgeness_raw: notShipped('bridgeness'), infomap_codelength_best: notShipped('Infomap'), degree_assortativity: notShipped('assortativity by degree')
  },
  '03': { edge_betweenness_raw: notShipped('betweenness of links') },
  '09': { closed_form_check: 'a deviation between two other computations' },
  10: {
    strong_components_nontrivial: notShipped('strong connection'), esri_linear: notShipped('the economic systemic risk index')
  },
  11: { closeness_component_only: notShipped('closeness within the own part alone, which misleads,'), eigenvector_note: 'a sentence' },
  12: { modularity_with_loops: OTHER_LOOPS, degree_networkx: OTHER_LOOPS, strength_networkx: OTHER_LOOPS, pagerank_with_loops: OTHER_LOOPS },
  13: { betweenness_raw_multi_paths: OTHER_PARALLEL, coreness_igraph_multi: OTHER_PARALLEL },
  14: { library_behaviour_observed: 'what other tools do with weights that are refused or left out here' },
  17: {
    nmi_max_norm: notShipped('information normalised by the greater entropy'), vi_normalized: 'variation of information, which is compared, over the logarithm of n', rand: notShipped('the Rand index without adjustment'),
    coassignment_matrix: notShipped('the matrix of shares of repetitions, as a result,'), cluster_stability_of_a: notShipped('stability as mean co-assignment')
  },
  18: { lq_log_delta95: notShipped('the interval of a location quotient by its logarithm'), c_tfidf: notShipped('class-based tf-idf') },
  20: { ei_rescaled_bounds: notShipped('the E-I index rescaled to its bounds') },
  26: { node_connectivity: notShipped('connectivity of nodes'), biconnected_components_sizes: notShipped('biconnection') },
  ...Object.fromEntries(['empty', 'single', 'two_isolated', 'edge', 'path3', 'k4', 'star5'].map(name => [`27 ${name}`, TINY]))
}
