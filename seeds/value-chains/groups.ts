/** Which countries and industries of the World Input-Output Database (2013 release) come together in the aggregated table, and what they are called. */
interface Group { code: string, name: string, of: readonly string[] }

const country = (code: string, name: string): Group => ({ code, name, of: [code] })

/** The Baltic Sea Region and its greatest partners; the European Union as in 2011. */
export const COUNTRIES: readonly Group[] = [
  country('POL', 'Poland'),
  country('LTU', 'Lithuania'),
  country('LVA', 'Latvia'),
  country('EST', 'Estonia'),
  country('FIN', 'Finland'),
  country('SWE', 'Sweden'),
  country('DNK', 'Denmark'),
  country('DEU', 'Germany'),
  country('NLD', 'Netherlands'),
  country('FRA', 'France'),
  country('ITA', 'Italy'),
  country('GBR', 'United Kingdom'),
  country('RUS', 'Russia'),
  country('CHN', 'China'),
  country('USA', 'United States'),
  { code: 'REU', name: 'Other members of the European Union', of: ['AUT', 'BEL', 'BGR', 'CYP', 'CZE', 'ESP', 'GRC', 'HUN', 'IRL', 'LUX', 'MLT', 'PRT', 'ROM', 'SVK', 'SVN'] },
  { code: 'ROW', name: 'Rest of the world', of: ['AUS', 'BRA', 'CAN', 'IDN', 'IND', 'JPN', 'KOR', 'MEX', 'TUR', 'TWN', 'RoW'] }
]

/**
 * Codes say which divisions and sections of NACE Rev. 2 a sector holds: T for "to" as OECD writes it, _ between what does not follow. The industries of the source are of Rev. 1, so publishing (J58) stands
 * with paper and printing, post (H53) with telecommunications, computer services (J62_63) with business services, sewage, waste, film and broadcasting (E37T39, J59_60) with other services.
 * Smaller shifts are not in the codes: repair of machinery (33) was part of making it, travel agencies (N79) of transport, veterinary activities (M75) of health.
 */
export const SECTORS: readonly Group[] = [
  { code: 'A', name: 'Agriculture, forestry and fishing', of: ['c1'] },
  { code: 'B', name: 'Mining and quarrying', of: ['c2'] },
  { code: 'C10T12', name: 'Food, beverages and tobacco', of: ['c3'] },
  { code: 'C13T15', name: 'Textiles, clothing and leather', of: ['c4', 'c5'] },
  { code: 'C16T18_J58', name: 'Wood, paper and printing', of: ['c6', 'c7'] },
  { code: 'C19T22', name: 'Fuels, chemicals, pharmaceuticals, rubber and plastics', of: ['c8', 'c9', 'c10'] },
  { code: 'C23T25', name: 'Minerals, metals and metal products', of: ['c11', 'c12'] },
  { code: 'C26T27', name: 'Electrical and optical equipment', of: ['c14'] },
  { code: 'C28', name: 'Machinery', of: ['c13'] },
  { code: 'C29T30', name: 'Transport equipment', of: ['c15'] },
  { code: 'C31T33', name: 'Furniture, other manufacturing and recycling', of: ['c16'] },
  { code: 'D_E36', name: 'Electricity, gas and water', of: ['c17'] },
  { code: 'F', name: 'Construction', of: ['c18'] },
  { code: 'G', name: 'Trade and repair', of: ['c19', 'c20', 'c21'] },
  { code: 'H49T52', name: 'Transport and storage', of: ['c23', 'c24', 'c25', 'c26'] },
  { code: 'I', name: 'Hotels and restaurants', of: ['c22'] },
  { code: 'H53_J61', name: 'Post and telecommunications', of: ['c27'] },
  { code: 'K', name: 'Finance and insurance', of: ['c28'] },
  { code: 'L', name: 'Real estate', of: ['c29'] },
  { code: 'J62_63_MTN', name: 'Business services', of: ['c30'] },
  { code: 'OTQ', name: 'Public administration, education and health', of: ['c31', 'c32', 'c33'] },
  { code: 'E37T39_J59_60_RTT', name: 'Other services and households', of: ['c34', 'c35'] }
]
