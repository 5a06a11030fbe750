/** Danish: what exhibits and documents say. */
import type { Text } from './text.ts'

export const da = {
  'cell.undefined': 'ikke defineret', 'cell.withheld': 'vises ikke',

  'document.contents': 'Indhold', 'document.rowsShown': '{shown} af {all} rækker; de øvrige står i dokumentets JSON-fil.', 'document.table': 'Tabel', 'document.figure': 'Figur', 'document.page': 'Side', 'document.sources': 'Kilder',
  'document.asTable': 'Vis som tabel', 'document.zoomIn': 'Zoom ind', 'document.zoomOut': 'Zoom ud', 'document.wholePicture': 'Hele billedet', 'document.listOfNodes': 'Hvad billedet viser', 'document.print': 'Udskriv',
  'document.skip': 'Gå til teksten', 'document.missingCharacters': 'Et □ står for et tegn, som filens skrifttyper mangler; HTML-filen har det.',

  'step.general': 'Generel del', 'step.common-sets': 'Søgning efter fælles mængder', 'step.profiling': 'Analyse og profiler', 'step.trends': 'Markeds- og teknologitendenser', 'step.consultation': 'Høring og entreprenøriel opdagelse', 'step.internationalisation': 'Internationaliseringspotentiale', 'step.strategy': 'Fælles strategi',
  'step.general.purpose': 'At aftale, hvem der leder, og hvem der beslutter, hvad gruppen vil blive til, hvad den vil gøre, og hvordan den følger resultaterne.',
  'step.common-sets.purpose': 'At finde ud af, hvilke af regionernes erklærede prioriteter der hører sammen, og gøre dem til fælles prioriteter.',
  'step.profiling.purpose': 'At sammenligne det, regionerne erklærer, med det, deres organisationer gør, og se, hvor den ene region supplerer den anden.',
  'step.trends.purpose': 'At se, hvilke felter der vokser, hvilke der er nye, og hvor de står i værdikæder, og gøre prioriteterne mere præcise.',
  'step.consultation.purpose': 'At høre erhvervsliv, forskning, forvaltning og civilsamfund i hver region og sammen med dem beslutte, hvilke prioriteter der er endelige.',
  'step.internationalisation.purpose': 'At vurdere, hvor meget hver endelig prioritet kan vokse gennem samarbejde på tværs af grænser.',
  'step.strategy.purpose': 'At omsætte endelige prioriteter til mål, fælles indsatser og indikatorer samt til strategier for små og mellemstore virksomheder.',

  'state.open': 'åben', 'state.in review': 'under gennemgang', 'state.closed': 'afsluttet',
  'state.proposed': 'foreslået', 'state.initial': 'indledende', 'state.verified': 'efterprøvet', 'state.refined': 'præciseret', 'state.final': 'endelig', 'state.assessed': 'vurderet', 'state.dropped': 'forkastet',
  'helix.industry': 'erhvervsliv', 'helix.science': 'forskning', 'helix.administration': 'forvaltning', 'helix.society': 'civilsamfund',
  'role.operator': 'tjenestens driftsansvarlige', 'role.coordinator': 'koordinator', 'role.authority': 'regional myndighed', 'role.stakeholder': 'interessent', 'role.reader': 'læser',
  'ladder.learn': 'lære', 'ladder.connect': 'forbinde', 'ladder.demonstrate': 'demonstrere', 'ladder.commercialise': 'kommercialisere', 'ladder.scale up': 'skalere op',

  'paper.subtitle': 'Trans-S3-strategipapir. Gruppe: {places}', 'paper.subtitleSummary': 'Resumé af Trans-S3-strategipapiret. Gruppe: {places}', 'paper.regions': { one: '{n} region eller land', other: '{n} regioner og lande' },
  'paper.label.period': 'Periode', 'paper.label.workspace': 'Arbejdsrum', 'paper.label.changed': 'Opdateret', 'paper.label.run': 'Analyse', 'paper.label.software': 'Program', 'paper.label.language': 'Sprog', 'paper.language': 'dansk',
  'paper.period': '{from} til {to}', 'paper.version': '{id}, version {version}',
  'paper.demonstration': 'Dette arbejdsrum er lavet for at vise metoden på virkelige data. Ingen har deltaget i det, og intet i det udtrykker de nævnte regioners holdning.',
  'paper.complements': 'Trans-S3 supplerer regionernes og landenes strategier for intelligent specialisering. Det erstatter ingen af dem.',
  'paper.review': 'Skal gennemgås igen', 'paper.stepState': 'Status: {state}', 'paper.checks': 'Udførte punkter på tjeklisten: {done} af {all}.',
  'paper.reopened': 'Skal gennemgås igen, fordi trinnet ”{step}” er åbnet igen. Begrundelse: {reason}',
  'paper.decisionReview': 'Skal gennemgås igen: Beslutningen er ældre end genåbningen af et tidligere trin.',

  'paper.overview': 'Kort fortalt',
  'paper.fact.regions': { one: 'region eller land i gruppen', other: 'regioner eller lande i gruppen' }, 'paper.fact.final': { one: 'endelig fælles prioritet', other: 'endelige fælles prioriteter' }, 'paper.fact.closed': { one: 'afsluttet trin', other: 'afsluttede trin' }, 'paper.fact.decisions': { one: 'registreret beslutning', other: 'registrerede beslutninger' }, 'paper.fact.actions': { one: 'fælles indsats', other: 'fælles indsatser' }, 'paper.fact.indicators': { one: 'indikator, der følges', other: 'indikatorer, der følges' },
  'paper.finalAre': 'Endelige fælles prioriteter:', 'paper.further': 'Flere i strategipapiret: {n}.',

  'paper.how': 'Del et: sådan gøres det', 'paper.what': 'Hvad Trans-S3 er',
  'paper.what.group': 'Trans-S3 er en metode, hvormed en gruppe regioner finder, aftaler og følger fælles specialiseringer. Den ser ud over den enkelte regions styrke til gruppens: hvad dens regioner har til fælles, hvor den ene supplerer den anden, og hvilke forbindelser der mangler mellem dem.',
  'paper.what.priority': 'En fælles prioritet er en kombination af erhvervssektor, teknologi, tema og viden; koden fra én klassifikation er ikke nok. Gruppens beslutninger giver den dens status.',
  'paper.what.origin': 'Metoden stammer fra projektet GoSmart BSR (Interreg Østersøregionen, 2017 til 2021). Dette papir har to dele ligesom projektets strategipapir: sådan gøres det, og sådan gjorde en gruppe.',
  'paper.steps': 'Fem trin med tilbagekobling', 'paper.gives': 'Status, som en prioritet får her: {state}.',
  'paper.steps.general': 'Ved siden af trinnene står den generelle del: styring, fælles vision, handlingsplan og overvågning. Efter trinnene kommer den fælles strategi.',
  'paper.steps.feedback': 'Det, man lærer senere, kan åbne et tidligere trin igen. Gruppen begrunder det, og alt, hvad der bygger på trinnet, markeres til ny gennemgang. Intet overskrives: Hver version kan læses og sammenlignes.',
  'paper.data': 'Typer af datakilder',
  'paper.data.declared': 'Erklærede prioriteter', 'paper.data.declaredIs': 'Regionernes strategier for intelligent specialisering og andre dokumenter med de sektorer, temaer og vidensfelter, de nævner.',
  'paper.data.organisations': 'Organisationer og netværk', 'paper.data.organisationsIs': 'Regionernes organisationer med art, sted og felter samt de projekter og netværk, der forbinder dem.',
  'paper.data.tables': 'Input-output-tabeller', 'paper.data.tablesIs': 'Hvilken sektor i hvilket land der leverer til hvilken: endelig efterspørgsel og værditilvækst i værdikæder.',
  'paper.data.trends': 'Trendrapporter og statistik', 'paper.data.trendsIs': 'Rapporter om markeder og teknologier og regional statistik, noteret af deltagerne med kilde.',
  'paper.data.people': 'Deltagere', 'paper.data.peopleIs': 'Vurderinger, bemærkninger og beslutninger fra erhvervsliv, forskning, forvaltning og civilsamfund i hver region.',
  'paper.problems': 'Anbefalinger til typiske vanskeligheder',
  'paper.problem.words': 'Regionerne bruger forskellige ord', 'paper.problem.wordsDo': 'Knyt hver prioritet til koder, som alle deler. Lad en fra regionen bekræfte hvert forslag. Det, der ikke kan knyttes til noget, bliver på listen som tekst.',
  'paper.problem.shared': 'Næsten alt er fælles', 'paper.problem.sharedDo': 'Kræv flere regioner bag en fælles mængde. Kombiner sektor, teknologi, tema og viden, indtil en prioritet også siger, hvad den ikke omfatter.',
  'paper.problem.revealed': 'En erklæret prioritet ses ikke i data', 'paper.problem.revealedDo': 'Tag det som et spørgsmål, ikke som en fejl: Data viser kun, hvad kilderne registrerer. Spørg regionen, før prioriteten bevares eller forkastes.',
  'paper.problem.small': 'Tallene er små', 'paper.problem.smallDo': 'Læs intervallet, ikke kun værdien. Ranger ikke det, der ikke kan skelnes.',
  'paper.problem.missing': 'En gruppe i den firdobbelte helix mangler', 'paper.problem.missingDo': 'Inviter den igen, og skriv ned, hvem der ikke blev hørt. Enighed i én gruppe er ikke enighed i regionen.',
  'paper.problem.disagree': 'Grupper er uenige', 'paper.problem.disagreeDo': 'Nævn uenigheden, og hvem der mener hvad. Et gennemsnit skjuler den.',
  'paper.problem.weights': 'Rækkefølgen afhænger af vægte', 'paper.problem.weightsDo': 'Vis, hvor meget den flytter sig, når vægtene ændres. Flytter den sig meget, så beslut ud fra de enkelte mål.',
  'paper.problem.again': 'Et tidligere trin skal åbnes igen', 'paper.problem.againDo': 'Giv begrundelsen. Bekræft eller ændr alt, der er markeret til ny gennemgang, før trinnet afsluttes igen.',

  'paper.done': 'Del to: sådan gjorde denne gruppe', 'paper.group': 'Gruppen og dens periode', 'paper.group.period': 'Arbejdet omfatter perioden {from} til {to}.', 'paper.group.caption': 'Gruppens regioner og lande, koder fra NUTS {vintage}',
  'paper.participants': 'Deltagere med gyldig invitation, efter rolle:', 'paper.participants.none': 'Ingen er inviteret endnu.',
  'paper.governance': 'Styring', 'paper.vision': 'Fælles vision', 'paper.actionPlan': 'Handlingsplan', 'paper.monitoring': 'Overvågning',
  'paper.notes': 'Noter', 'paper.decisions': 'Beslutninger', 'paper.disagreements': 'Uenigheder', 'paper.disagreements.lead': 'Det, nogen ikke var enig i, da en beslutning blev truffet. Det nævnes her og skjules ikke i et gennemsnit.',
  'paper.source': 'Kilde: {source}', 'paper.why': 'Hvorfor:', 'paper.evidence': 'Grundlag: {list}.', 'paper.run': 'Analyse: {run}.', 'paper.by': 'Besluttet af: {who}, {date}.', 'paper.kept': 'Bevaret: {list}.', 'paper.dropped': 'Forkastet: {list}.', 'paper.removedItem': 'en prioritet, der er fjernet', 'paper.dissentSee': 'Nogen var uenig: se ”Uenigheder”.',
  'paper.none.text': 'Ikke skrevet endnu.', 'paper.none.evidence': 'Der er ikke beregnet noget grundlag for dette trin.', 'paper.none.notes': 'Der er ikke skrevet nogen note.', 'paper.none.decisions': 'Der er endnu ikke besluttet noget i dette trin.', 'paper.none.disagreements': 'Der er ikke indført uenighed ved nogen beslutning.',
  'paper.none.priorities': 'Der er endnu ikke foreslået nogen fælles prioritet.', 'paper.none.final': 'Ingen fælles prioritet er endelig endnu.', 'paper.none.objectives': 'Den fælles strategi har endnu intet mål.', 'paper.none.actions': 'Der er endnu ikke indført nogen indsats for dette mål.', 'paper.none.indicators': 'Der er endnu ikke indført nogen indikator for dette mål.', 'paper.none.sme': 'Der er endnu ikke indført nogen fælles strategi for små og mellemstore virksomheder.', 'paper.none.followed': 'Der er endnu ikke indført nogen indikator.', 'paper.none.consultation': 'Høringen er ikke begyndt.', 'paper.none.log': 'Der er endnu ikke besluttet noget.',
  'paper.tableInAnnex': 'De første {shown} af {all} rækker. Hele tabellen står i bilaget.',

  'paper.priorities': 'Fælles prioriteter', 'paper.priorities.caption': 'Fælles prioriteter: deres status og hvad de kombinerer', 'paper.priorities.note': 'Sektorkoder efter NACE rev. 2.', 'paper.from': 'Dannet af: {list}.',
  'paper.column.code': 'Kode', 'paper.column.name': 'Navn', 'paper.column.country': 'Land', 'paper.column.priority': 'Prioritet', 'paper.column.state': 'Status', 'paper.column.sectors': 'Sektorer', 'paper.column.technologies': 'Teknologier', 'paper.column.themes': 'Temaer', 'paper.column.knowledge': 'Viden', 'paper.column.regions': 'Erklæret af',
  'paper.column.action': 'Fælles indsats', 'paper.column.lead': 'Leder', 'paper.column.partners': 'Partnere', 'paper.column.time': 'Tid', 'paper.column.means': 'Midler', 'paper.column.status': 'Fase',
  'paper.column.indicator': 'Indikator', 'paper.column.measure': 'Måler', 'paper.column.baseline': 'Udgangspunkt', 'paper.column.target': 'Måltal', 'paper.column.by': 'Senest', 'paper.column.last': 'Sidst målt', 'paper.column.change': 'Ændring',
  'paper.column.run': 'Analyse', 'paper.column.date': 'Dato', 'paper.column.value': 'Værdi', 'paper.column.lower': 'Fra', 'paper.column.upper': 'Til', 'paper.column.what': 'Hvad', 'paper.column.organisation': 'Organisation', 'paper.column.role': 'Rolle', 'paper.column.need': 'Behov', 'paper.column.found': 'Fundet indtil nu', 'paper.column.who': 'Hvem', 'paper.column.step': 'Trin', 'paper.column.decision': 'Beslutning', 'paper.column.why': 'Hvorfor', 'paper.column.decidedBy': 'Besluttet af', 'paper.column.decisions': 'Beslutninger',

  'paper.objective': 'Mål: {title}', 'paper.serves': 'Tjener: {list}.', 'paper.actions': 'Fælles indsatser for ”{title}”', 'paper.indicators': 'Indikatorer for ”{title}”', 'paper.indicators.note': 'Den første måling er udgangspunktet. I parentes: usikkerhedsinterval.',
  'paper.measure.organisations': 'organisationer', 'paper.measure.crossBorderLinks': 'forbindelser på tværs af grænser', 'paper.measure.crossBorderShare': 'andel af forbindelser på tværs af grænser', 'paper.measure.partnerCountries': 'partnerlande', 'paper.measure.eiIndex': 'E-I-indeks: forbindelser på tværs af grænser mod indenlandske', 'paper.measure.clusters': 'klynger til stede', 'paper.measure.in': '{measure} ({field})',
  'paper.change.clear': 'Intervallerne overlapper ikke: mere end usikkerheden.', 'paper.change.unclear': 'Intervallerne overlapper: Det kan være tilfældigt.', 'paper.change.counted': 'Intet interval kendes: en optælling af det, kilderne registrerer.', 'paper.change.once': 'Målt én gang.', 'paper.change.never': 'Ikke målt endnu.', 'paper.change.undefined': 'Målet er ikke defineret i den ene af de to analyser.', 'paper.points': '{n} procentpoint',
  'paper.from.date': 'fra {from}', 'paper.until.date': 'til {until}',

  'paper.sme': 'Fælles strategier for små og mellemstore virksomheder', 'paper.sme.lead': 'Virksomheder og institutter fra mindst to lande om et behov, de deler.', 'paper.sme.need': 'Fælles behov:', 'paper.sme.priority': 'Prioritet: {title}.', 'paper.sme.status': 'Fase: {status}.', 'paper.sme.members': 'Medlemmer af ”{title}” og deres roller i værdikæden', 'paper.sme.missing': 'Manglende roller i ”{title}”', 'paper.sme.plan': 'Plan for ”{title}”',
  'paper.sme.none': 'ingen', 'paper.sme.candidate': 'en kandidat', 'paper.sme.introduction': 'en introduktion er i gang', 'paper.sme.unnamed': 'Kandidater nævnes ikke: De har ikke givet samtykke.', 'paper.sme.whole': 'Ingen rolle er nævnt som manglende.',
  'paper.measurements': 'Alle målinger af indikatorerne', 'paper.measurements.name': 'Målinger',

  'paper.method': 'Metode og forbehold', 'paper.method.how': 'Alle tal stammer fra én gemt analyse. De samme data, indstillinger og det samme frø giver de samme tal. Tekster, måltal og beslutninger kommer fra deltagerne.', 'paper.method.caption': 'Hvad tallene er beregnet ud fra',
  'paper.method.run': 'Analyse', 'paper.method.finished': 'Beregnet den', 'paper.method.revision': 'Dataenes udgave', 'paper.method.input': 'Dataenes kontrolsum', 'paper.method.algorithm': 'Algoritme', 'paper.method.seed': 'Frø', 'paper.method.software': 'Analysens program', 'paper.method.workspace': 'Arbejdsrum og version', 'paper.method.sharedBy': 'Regioner, der kræves for en fælles mængde', 'paper.method.groupMin': 'Svar, der kræves, før en gruppes resultat vises',
  'paper.cautions': 'Forbehold',
  'paper.caution.recorded': 'Tallene viser, hvad kilderne nævnt til sidst registrerer. Det, der er gjort andre steder, ses ikke.', 'paper.caution.links': 'En forbindelse siger, at to organisationer var i samme projekt eller netværk. Den siger ikke, hvem der fik gavn af det, og intet tal her viser årsag og virkning.', 'paper.caution.uncertain': 'En værdi med interval er usikker inden for det. Hvor to intervaller overlapper, kan forskellen være tilfældig.', 'paper.caution.few': 'I høringen vises resultatet for en gruppe med for få svar ikke.', 'paper.caution.people': 'Personer nævnes kun ved rolle og region.', 'paper.caution.words': 'Tekster står på det sprog, de blev indført på. Hvor et felt eller en sektor ikke har et navn på dette sprog, står det engelske.', 'paper.caution.review': 'Det, der er markeret til ny gennemgang, bygger på et trin, der er åbnet igen.',
  'paper.annex': 'Bilag', 'paper.annex.lead': 'Tabeller, der er for lange til teksten, og registret over beslutninger.', 'paper.log': 'Register over beslutninger', 'paper.synthetic': 'opdigtede data', 'paper.licence': 'Licens: {licence}.', 'paper.boundaries': 'Regionernes koder: Eurostat, NUTS.',

  'paper.summary.about': 'Hvad det handler om', 'paper.summary.text': 'Gruppen søger felter, hvor dens regioner er stærkere sammen end hver for sig. Den går fem trin: Den sammenligner, hvad regionerne har erklæret, efterprøver det med data, ser på tendenser, spørger erhvervsliv, forskning, forvaltning og civilsamfund og vurderer, hvad samarbejde på tværs af grænser kan give.',
  'paper.summary.stands': 'Hvor gruppen står', 'paper.summary.agreed': 'Hvad gruppen er enig om', 'paper.summary.disagreed': 'Hvad den ikke er enig om', 'paper.summary.plans': 'Hvad gruppen vil gøre', 'paper.summary.plans.lead': 'Mål og de første fælles indsatser for hvert af dem.', 'paper.summary.followed': 'Hvordan resultaterne følges', 'paper.summary.caution': 'Hvad man skal huske', 'paper.summary.action': '{action} (leder: {lead}; {status})'
} satisfies Record<string, Text>
