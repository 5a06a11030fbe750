/** What a name says when its spelling and its legal form are set aside: the words that tell one organisation from another. */
import { foldDigraphs, foldName } from '../contract/fold-name.ts'
import { isPlaceholderName } from '../contract/placeholder-name.ts'

/**
 * Legal forms of the Baltic Sea countries and the usual foreign ones, folded; longer ones first, so that "gmbh co kg" goes whole. They change without the
 * organisation becoming another (Linde AG, Linde GmbH), and sources write, shorten or leave them out as they please.
 */
const LEGAL_FORMS = [
  'spolka z ograniczona odpowiedzialnoscia spolka komandytowa', 'spolka z ograniczona odpowiedzialnoscia', 'sp z o o sp k', 'sp z o o', 'sp zoo', 'spolka z o o', 'spolka zoo', 'spolka akcyjna', 'spolka komandytowa', 'spolka jawna', 'sp j', 'sp k', 's a', 'sa',
  'sabiedriba ar ierobezotu atbildibu', 'akciju sabiedriba', 'sia', 'uzdaroji akcine bendrove', 'akcine bendrove', 'viesoji istaiga', 'uab', 'vsi', 'osauhing', 'aktsiaselts', 'sihtasutus', 'mittetulundusuhing', 'ou', 'mtu', 'as',
  'gesellschaft mit beschrankter haftung', 'aktiengesellschaft', 'ug haftungsbeschrankt', 'gemeinnutzige gmbh', 'ggmbh', 'gmbh co kgaa', 'gmbh co kg', 'gmbh', 'mbh', 'ag co kg', 'ag', 'kgaa', 'kg', 'ohg', 'gbr', 'ug', 'e k', 'e v', 'ev', 'eingetragener verein', 'eg', 'se',
  'aktiebolag', 'ekonomisk forening', 'ab publ', 'ab', 'hb', 'aktieselskab', 'anpartsselskab', 'a s', 'aps', 'i s', 'amba', 'osakeyhtio', 'osuuskunta', 'oyj', 'oy ab', 'oy', 'ry',
  'limited', 'ltd', 'incorporated', 'inc', 'llc', 'plc', 'b v', 'bv', 'n v', 'nv', 'srl', 's r l', 's p a', 'spa', 'sas', 's l'
].map(foldDigraphs).sort((a, b) => b.length - a.length)
const LEGAL_FORM = new RegExp(`(?<= )(?:${LEGAL_FORMS.join('|')})(?= )`, 'g')

/** Words in the order of the name: case, diacritics, digraphs, punctuation and legal forms set aside; none for a placeholder. A name that is a legal form alone keeps it. */
export function nameWords (name: string): string[] {
  if (isPlaceholderName(name)) return []
  const folded = ` ${foldDigraphs(foldName(name))} `
  const bare = folded.replace(LEGAL_FORM, ' ').trim()
  return (bare === '' ? folded.trim() : bare).split(/\s+/).filter(word => word !== '')
}
