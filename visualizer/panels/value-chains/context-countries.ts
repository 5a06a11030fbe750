/** Countries of an input-output table as the page names them. */
import type { IndustryContext } from '../../../services/contract/industry-context.ts'
import { countryName } from '../../api/service.ts'

/** In the language of the page; a group as the table names it. */
export const placeName = ({ alpha2, name }: IndustryContext['partners'][number]['country']): string => alpha2 === null ? name : countryName(alpha2)
