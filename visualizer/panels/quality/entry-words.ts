/** An organisation in words that tell it from another of the same name: an identifier, city and country. */
import type { Organisation } from '../../../services/contract/organisation.ts'
import { countryName } from '../../api/service.ts'
import { t } from '../../text/translate.ts'

export function entryWords ({ name, identifiers, city, country }: Pick<Organisation, 'name' | 'identifiers' | 'city' | 'country'>): string {
  const [identifier] = identifiers
  const what = [identifier === undefined ? t('duplicates.noIdentifier') : `${identifier.scheme.toUpperCase()} ${identifier.value}`, city, countryName(country)].filter(part => part !== null).join(', ')
  return t('duplicates.entry', { name, what })
}
