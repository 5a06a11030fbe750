import t from 'tap'
import { regionName } from '../../services/contract/region-name.ts'

t.test('regions printed in capitals are written as others', async t => {
  for (const [printed, written] of [['HAMBURG', 'Hamburg'], ['BADEN-WÜRTTEMBERG', 'Baden-Württemberg'], ['MAKROREGION POŁUDNIOWY', 'Makroregion Południowy'], ['Podlaskie', 'Podlaskie'], ['Lõuna-Eesti', 'Lõuna-Eesti'], ['ÎLE DE FRANCE', 'Île De France']]) t.equal(regionName(printed), written)
})
