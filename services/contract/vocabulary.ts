/**
 * The closed word lists of the model. Every enumeration that crosses HTTP or reaches a store is declared here once;
 * labels for people live in the visualizer's translations, keyed by these words.
 */
export const ORGANISATION_KINDS = ['company', 'research-institute', 'university', 'public-body', 'cluster-organisation', 'ngo', 'other'] as const
export const SIZE_CLASSES = ['micro', 'small', 'medium', 'sme', 'large'] as const
export const LINK_KINDS = ['SUPPLIES', 'COLLABORATES', 'OWNS', 'LICENSES'] as const
export const NETWORK_KINDS = ['project', 'cluster', 'consortium', 'association', 'value-chain'] as const
export const MEMBERSHIP_ROLES = ['coordinator', 'participant', 'partner', 'third-party', 'member'] as const
export const IDENTIFIER_SCHEMES = ['pic', 'ror', 'lei', 'vat', 'wikidata', 'national', 'local'] as const
export const NUTS_VINTAGES = ['2016', '2021', '2024'] as const
export const DOMAIN_TAXONOMIES = ['s3', 'h2020'] as const
/** How a place was found: stated by the source, computed from coordinates, or guessed from the city's name. */
export const PLACE_PRECISIONS = ['exact', 'estimated'] as const
/** Views of a snapshot: supply is directed seller -> buyer, the two others are undirected. */
export const LAYERS = ['supply', 'collaboration', 'co-membership'] as const
export const RUN_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const
export const GRAPH_VIEW_LEVELS = ['clusters', 'cluster', 'ego', 'pair'] as const
export const EXPORT_FORMATS = ['gexf', 'graphml', 'csv', 'json', 'vosviewer'] as const
/** Values of a run as a file: rows as CSV or JSON, or whole columns, as an Apache Arrow stream or in JSON. */
export const RESULT_FORMATS = ['csv', 'json', 'arrow', 'columns'] as const
export const TABLE_FORMATS = ['csv', 'json'] as const
export const IMPORT_FORMATS = ['organisations-csv', 'links-csv', 'memberships-csv', 'cordis', 'horizon2020'] as const
