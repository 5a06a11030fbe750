/** The registered algorithms of this family. */
import { algorithm, TERMS_AND_GROUPS, UNDIRECTED } from '../algorithm.ts'
import type { Algorithm } from '../algorithm.ts'
import { SCORES } from './link-scores.ts'
import { predictionsRefused, predictLinks, PredictLinksOptions } from './predict-links.ts'
import { PredictionTrialOptions, trialRefused, tryPrediction, workOfTrial } from './prediction-trial.ts'
import { PartnerOptions, partnersRefused, rankPartners, workOfPartners } from './rank-partners.ts'
import { workOfPairs } from '../work.ts'

export const PREDICTION: Algorithm[] = [
  algorithm({
    name: 'linkPrediction', family: 'prediction', title: 'Links to expect', says: 'Which organisations that do not deal with each other are closest through the partners they share.',
    needs: UNDIRECTED, complexity: 'O(sum of squared degrees)', reference: 'Liben-Nowell & Kleinberg 2007, J. Am. Soc. Inf. Sci. 58:1019',
    work: workOfPairs,
    options: PredictLinksOptions, namesOrganisations: ['of'], refuses: predictionsRefused,
    compute: ({ ids, graph }, options, context) => {
      const { candidates, rows } = predictLinks(ids, graph, options, context)
      return {
        nodes: {},
        metrics: { candidates },
        tables: { pairs: { organisation: rows.map(({ u }) => ids[u]), partner: rows.map(({ v }) => ids[v]), ...Object.fromEntries(SCORES.map(score => [score, rows.map(({ scores }) => scores[score])])) } }
      }
    }
  }),
  algorithm({
    name: 'linkPredictionTrial', family: 'prediction', title: 'Trial of links to expect', says: 'How well each score finds links of this network that were hidden from it.',
    needs: UNDIRECTED, complexity: 'O(n m)', reference: 'Yang, Lichtenwalter & Chawla 2015, Knowl. Inf. Syst. 45:751',
    work: workOfTrial,
    options: PredictionTrialOptions, refuses: trialRefused,
    compute: ({ graph, seed }, options, context) => {
      const { pairs, hidden, quality } = tryPrediction(graph, options, seed, context)
      return {
        nodes: {},
        metrics: { pairs, hidden, precisionByChance: pairs === 0 ? null : hidden / pairs },
        tables: { scores: { score: [...SCORES], auc: SCORES.map(score => quality[score].auc), averagePrecision: SCORES.map(score => quality[score].averagePrecision), precisionAtFirst: SCORES.map(score => quality[score].precisionAt) } }
      }
    }
  }),
  algorithm({
    name: 'partnerScore', family: 'prediction', title: 'Partner score', says: 'A shortlist of possible partners: who works in a related field, adds what is lacking, and is near in the network.',
    needs: TERMS_AND_GROUPS, complexity: 'O(m) an iteration for each organisation', reference: "this project's definition, version 1",
    work: workOfPartners,
    options: PartnerOptions, namesOrganisations: ['of'], refuses: partnersRefused, compute: rankPartners
  })
]
