/** Interreg Baltic Sea Region 2021-2027: what programmeArea=bsr takes in. */

/** Countries that belong to the area whole (ISO 3166-1 alpha-2). */
export const BSR_COUNTRIES: readonly string[] = ['DK', 'EE', 'FI', 'LT', 'LV', 'NO', 'PL', 'SE']
/** The German part: Berlin, Brandenburg, Bremen, Hamburg, Mecklenburg-Vorpommern, Lüneburg, Schleswig-Holstein. NUTS codes; each includes what lies in it. */
export const BSR_GERMAN_REGIONS: readonly string[] = ['DE3', 'DE4', 'DE5', 'DE6', 'DE8', 'DE93', 'DEF']

/** True if an organisation of this country and region lies in the area; a German one of unknown region does not. */
export const isInBsr = (country: string, region: string | null): boolean =>
  BSR_COUNTRIES.includes(country) || (country === 'DE' && region !== null && BSR_GERMAN_REGIONS.some(code => region.startsWith(code)))
