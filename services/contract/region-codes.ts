/** NUTS codes across vintages: a region that only changed its code between NUTS 2016 and NUTS 2024 is one region under two codes. */

/**
 * Code of 2016 and of 2024, for regions of the same name, level and country whose centroids are at most 20 km apart; neither code is in the other vintage. Borders may have
 * moved (Rīga and Vidzeme took in parts of Pierīga); where the centroid moved further, it is another region of that name (Vestlandet).
 * tests/reference works them out from the tables again.
 */
const RENAMED = (
  'BE221 BE224, BE222 BE225, BE321 BE32A, BE322 BE32B, BE325 BE32C, BE326 BE32D, DEG04 DEG0S, DEG0B DEG0Q, DEG0F DEG0T, DEG0H DEG0V, ' +
  'DEG0I DEG0U, DEG0P DEG0R, EE006 EE009, EE007 EE00A, FI193 FI198, FI194 FI199, FI195 FI19A, FI197 FI19B, FI1C3 FI1C6, FI1C4 FI1C7, ' +
  'FI1D1 FI1DA, FI1D2 FI1DB, FI1D3 FI1DC, HR041 HR050, HR042 HR065, HR043 HR064, HR044 HR062, HR045 HR063, HR046 HR061, HR047 HR021, ' +
  'HR048 HR022, HR049 HR023, HR04A HR024, HR04B HR025, HR04C HR026, HR04D HR027, HR04E HR028, ITG26 ITG2E, ITG28 ITG2G, LV003 LV00B, ' +
  'LV006 LV00A, LV008 LV00C, NL111 NL114, NL113 NL115, NL124 NL127, NL125 NL128, NL31 NL35, NL310 NL350, NL324 NL32A, NL329 NL32B, ' +
  'NL33 NL36, NL333 NL362, NL337 NL363, NL33A NL364, NL33B NL365, NL33C NL366, NL412 NL415, NL413 NL416, NO011 NO081, NO012 NO084, ' +
  'NO031 NO083, NO032 NO085, NO033 NO093, NO034 NO094, NO043 NO0A1, NO053 NO0A3, PT16B PT1D1, PT16D PT191, PT16E PT192, PT16F PT193, ' +
  'PT16G PT194, PT16H PT195, PT16I PT1D2, PT16J PT196, PT18 PT1C, PT181 PT1C1, PT184 PT1C2, PT185 PT1D3, PT186 PT1C3, PT187 PT1C4'
).split(', ').map(pair => pair.split(' ') as [string, string])

const otherCode = new Map(RENAMED.flatMap(([older, newer]) => [[older, newer], [newer, older]]))
const newestCode = new Map(RENAMED)

/** The code, and that of the same region in the other vintage where it differs. */
export const regionCodes = (code: string): string[] => otherCode.has(code) ? [code, otherCode.get(code)!] : [code]

/** The code in NUTS 2024 where the region only changed its code; else the code itself. */
export const newestRegionCode = (code: string): string => newestCode.get(code) ?? code

/** True for the region itself and what lies in it, whichever vintage either code is of. */
export const isInRegion = (inner: string, outer: string): boolean => regionCodes(outer).some(code => inner.startsWith(code))
