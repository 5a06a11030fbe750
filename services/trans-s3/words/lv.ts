/** Latvian: what exhibits and documents say. */
import type { Text } from './text.ts'

export const lv = {
  'cell.undefined': 'nav noteikts', 'cell.withheld': 'netiek rādīts',

  'document.contents': 'Saturs', 'document.rowsShown': '{shown} no {all} rindām; pārējās ir šī dokumenta JSON datnē.', 'document.table': 'Tabula', 'document.figure': 'Attēls', 'document.page': 'Lappuse', 'document.sources': 'Avoti',
  'document.asTable': 'Rādīt kā tabulu', 'document.zoomIn': 'Tuvināt', 'document.zoomOut': 'Tālināt', 'document.wholePicture': 'Viss attēls', 'document.listOfNodes': 'Ko rāda attēls', 'document.print': 'Drukāt',
  'document.skip': 'Pāriet uz tekstu', 'document.missingCharacters': '□ aizstāj rakstzīmi, kuras nav šīs datnes fontos; tā ir HTML datnē.',

  'step.general': 'Vispārīgā daļa', 'step.common-sets': 'Kopīgo kopu meklēšana', 'step.profiling': 'Analītisks pārskats un profili', 'step.trends': 'Tirgus un tehnoloģiju tendences', 'step.consultation': 'Apspriešana un uzņēmējdarbības atklājums', 'step.internationalisation': 'Internacionalizācijas potenciāls', 'step.strategy': 'Kopīgā stratēģija',
  'step.general.purpose': 'Vienoties, kas vada un kas lemj, par ko grupa vēlas kļūt, ko tā darīs un kā sekos rezultātiem.',
  'step.common-sets.purpose': 'Atrast, kuras reģionu deklarētās prioritātes sader kopā, un izveidot no tām kopīgas prioritātes.',
  'step.profiling.purpose': 'Salīdzināt to, ko reģioni deklarē, ar to, ko dara to organizācijas, un redzēt, kur viens reģions papildina otru.',
  'step.trends.purpose': 'Redzēt, kuras jomas aug, kuras ir jaunas un kāda ir to vieta vērtību ķēdēs, un precizēt prioritātes.',
  'step.consultation.purpose': 'Uzklausīt uzņēmējus, zinātni, pārvaldi un sabiedrību katrā reģionā un kopā ar tiem izlemt, kuras prioritātes ir galīgas.',
  'step.internationalisation.purpose': 'Novērtēt, cik lielā mērā katra galīgā prioritāte var augt, sadarbojoties pāri robežām.',
  'step.strategy.purpose': 'Pārvērst galīgās prioritātes mērķos, kopīgās darbībās un rādītājos, kā arī mazo un vidējo uzņēmumu stratēģijās.',

  'state.open': 'atvērts', 'state.in review': 'tiek pārskatīts', 'state.closed': 'slēgts',
  'state.proposed': 'ierosināta', 'state.initial': 'sākotnēja', 'state.verified': 'pārbaudīta', 'state.refined': 'precizēta', 'state.final': 'galīga', 'state.assessed': 'novērtēta', 'state.dropped': 'atmesta',
  'helix.industry': 'uzņēmēji', 'helix.science': 'zinātne', 'helix.administration': 'pārvalde', 'helix.society': 'sabiedrība',
  'role.operator': 'pakalpojuma uzturētājs', 'role.coordinator': 'koordinators', 'role.authority': 'reģiona pārvalde', 'role.stakeholder': 'ieinteresētā puse', 'role.reader': 'lasītājs',
  'ladder.learn': 'iepazīšana', 'ladder.connect': 'savienošana', 'ladder.demonstrate': 'demonstrēšana', 'ladder.commercialise': 'komercializācija', 'ladder.scale up': 'mēroga paplašināšana',

  'paper.subtitle': 'Trans-S3 politikas dokuments. Grupa: {places}', 'paper.subtitleSummary': 'Trans-S3 politikas dokumenta kopsavilkums. Grupa: {places}', 'paper.regions': { zero: '{n} reģionu un valstu', one: '{n} reģions vai valsts', other: '{n} reģioni un valstis' },
  'paper.label.period': 'Laikposms', 'paper.label.workspace': 'Darbvieta', 'paper.label.changed': 'Stāvoklis uz', 'paper.label.run': 'Analīze', 'paper.label.software': 'Programmatūra', 'paper.label.language': 'Valoda', 'paper.language': 'latviešu',
  'paper.period': '{from} – {to}', 'paper.version': '{id}, versija {version}',
  'paper.demonstration': 'Šī darbvieta ir izveidota, lai parādītu metodi ar īstiem datiem. Neviens tajā nav piedalījies, un nekas tajā nepauž minēto reģionu viedokli.',
  'paper.complements': 'Trans-S3 papildina reģionu un valstu viedās specializācijas stratēģijas. Tā neaizstāj nevienu no tām.',
  'paper.review': 'Jāpārskata', 'paper.stepState': 'Stāvoklis: {state}', 'paper.checks': 'Izpildītie kontrolsaraksta punkti: {done} no {all}.',
  'paper.reopened': 'Jāpārskata, jo no jauna atvērts solis “{step}”. Iemesls: {reason}',
  'paper.decisionReview': 'Jāpārskata: lēmums pieņemts, pirms no jauna atvērts kāds agrāks solis.',

  'paper.overview': 'Īsumā',
  'paper.fact.regions': { zero: 'reģionu vai valstu grupā', one: 'reģions vai valsts grupā', other: 'reģioni vai valstis grupā' }, 'paper.fact.final': { zero: 'galīgu kopīgu prioritāšu', one: 'galīga kopīga prioritāte', other: 'galīgas kopīgas prioritātes' }, 'paper.fact.closed': { zero: 'slēgtu soļu', one: 'slēgts solis', other: 'slēgti soļi' }, 'paper.fact.decisions': { zero: 'reģistrētu lēmumu', one: 'reģistrēts lēmums', other: 'reģistrēti lēmumi' }, 'paper.fact.actions': { zero: 'kopīgu darbību', one: 'kopīga darbība', other: 'kopīgas darbības' }, 'paper.fact.indicators': { zero: 'rādītāju, kam seko', one: 'rādītājs, kam seko', other: 'rādītāji, kam seko' },
  'paper.finalAre': 'Galīgās kopīgās prioritātes:', 'paper.further': 'Pārējās – politikas dokumentā: {n}.',

  'paper.how': 'Pirmā daļa: kā to dara', 'paper.what': 'Kas ir Trans-S3',
  'paper.what.group': 'Trans-S3 ir metode, ar kuru reģionu grupa atrod kopīgas specializācijas, vienojas par tām un seko to gaitai. Tā raugās tālāk par viena reģiona spēku – uz grupas spēku: kas tās reģioniem ir kopīgs, kur viens papildina otru un kādu saišu starp tiem trūkst.',
  'paper.what.priority': 'Kopīga prioritāte apvieno tautsaimniecības nozari, tehnoloģiju, tematu un zināšanas; ar vienas klasifikācijas kodu nepietiek. Stāvokli tai piešķir grupas lēmumi.',
  'paper.what.origin': 'Metode radusies projektā GoSmart BSR (Interreg Baltijas jūras reģions, 2017–2021). Šim dokumentam, tāpat kā projekta politikas dokumentam, ir divas daļas: kā to dara un kā grupa to izdarīja.',
  'paper.steps': 'Pieci soļi ar atgriezenisko saiti', 'paper.gives': 'Stāvoklis, ko prioritāte šeit iegūst: {state}.',
  'paper.steps.general': 'Līdzās soļiem ir vispārīgā daļa: pārvaldība, kopīgs redzējums, rīcības plāns un uzraudzība. Pēc soļiem seko kopīgā stratēģija.',
  'paper.steps.feedback': 'Vēlāk uzzinātais var no jauna atvērt agrāku soli. Tad grupa norāda iemeslu, un viss, kas balstās uz šo soli, tiek atzīmēts kā pārskatāms. Nekas netiek pārrakstīts: katru versiju var izlasīt un salīdzināt.',
  'paper.data': 'Datu avotu veidi',
  'paper.data.declared': 'Deklarētās prioritātes', 'paper.data.declaredIs': 'Viedās specializācijas stratēģijas un citi reģionu dokumenti ar tajos minētajām nozarēm, tematiem un zināšanu jomām.',
  'paper.data.organisations': 'Organizācijas un tīkli', 'paper.data.organisationsIs': 'Reģionu organizācijas, to veids, vieta un jomas, kā arī projekti un tīkli, kas tās saista.',
  'paper.data.tables': 'Ielaides un izlaides tabulas', 'paper.data.tablesIs': 'Kuras valsts kura nozare piegādā kurai: galapieprasījums un pievienotā vērtība vērtību ķēdēs.',
  'paper.data.trends': 'Tendenču ziņojumi un statistika', 'paper.data.trendsIs': 'Ziņojumi par tirgiem un tehnoloģijām un reģionālā statistika, ko dalībnieki pierakstījuši, norādot avotu.',
  'paper.data.people': 'Dalībnieki', 'paper.data.peopleIs': 'Uzņēmēju, zinātnes, pārvaldes un sabiedrības vērtējumi, piezīmes un lēmumi katrā reģionā.',
  'paper.problems': 'Ieteikumi tipisku grūtību gadījumiem',
  'paper.problem.words': 'Reģioni lieto atšķirīgus vārdus', 'paper.problem.wordsDo': 'Piesaistiet katru prioritāti kodiem, kas visiem ir kopīgi. Lai katru ieteikumu apstiprina kāds no reģiona. Tas, ko nevar piesaistīt, paliek sarakstā kā teksts.',
  'paper.problem.shared': 'Gandrīz viss ir kopīgs', 'paper.problem.sharedDo': 'Prasiet, lai kopīgu kopu atbalsta vairāk reģionu. Savienojiet nozari, tehnoloģiju, tematu un zināšanas, līdz prioritāte pasaka arī to, ko tā neietver.',
  'paper.problem.revealed': 'Deklarētā prioritāte datos nav redzama', 'paper.problem.revealedDo': 'Uztveriet to kā jautājumu, nevis kļūdu: dati rāda tikai to, ko reģistrējuši to avoti. Pirms prioritāti patur vai atmet, pajautājiet reģionam.',
  'paper.problem.small': 'Skaitļi ir mazi', 'paper.problem.smallDo': 'Lasiet intervālu, ne tikai vērtību. Nesarindojiet to, ko nevar atšķirt.',
  'paper.problem.missing': 'Trūkst vienas četrkāršās spirāles grupas', 'paper.problem.missingDo': 'Uzaiciniet to vēlreiz un pierakstiet, kas netika uzklausīts. Vienprātība vienā grupā nav reģiona vienprātība.',
  'paper.problem.disagree': 'Grupas nav vienisprātis', 'paper.problem.disagreeDo': 'Nosauciet domstarpības un pasakiet, kam ir kāds viedoklis. Vidējais tās paslēpj.',
  'paper.problem.weights': 'Secība ir atkarīga no svariem', 'paper.problem.weightsDo': 'Parādiet, cik ļoti tā mainās līdz ar svariem. Ja mainās daudz, lemiet pēc atsevišķiem mēriem.',
  'paper.problem.again': 'No jauna jāatver agrāks solis', 'paper.problem.againDo': 'Norādiet iemeslu. Pirms soli atkal slēdz, apstipriniet vai mainiet visu, kas atzīmēts kā pārskatāms.',

  'paper.done': 'Otrā daļa: kā šī grupa to izdarīja', 'paper.group': 'Grupa un laikposms', 'paper.group.period': 'Darba laikposms: {from} – {to}.', 'paper.group.caption': 'Grupas reģioni un valstis, NUTS {vintage} kodi',
  'paper.participants': 'Dalībnieki ar derīgu uzaicinājumu, pēc lomas:', 'paper.participants.none': 'Vēl neviens nav uzaicināts.',
  'paper.governance': 'Pārvaldība', 'paper.vision': 'Kopīgs redzējums', 'paper.actionPlan': 'Rīcības plāns', 'paper.monitoring': 'Uzraudzība',
  'paper.notes': 'Piezīmes', 'paper.decisions': 'Lēmumi', 'paper.disagreements': 'Domstarpības', 'paper.disagreements.lead': 'Kam kāds nepiekrita, kad lēmums tika pieņemts. Tas šeit ir nosaukts, nevis izlīdzināts vidējā.',
  'paper.source': 'Avots: {source}', 'paper.why': 'Kāpēc:', 'paper.evidence': 'Pierādījumi: {list}.', 'paper.run': 'Analīze: {run}.', 'paper.by': 'Kas lēma: {who}, {date}.', 'paper.kept': 'Paturētas: {list}.', 'paper.dropped': 'Atmestas: {list}.', 'paper.removedItem': 'izņemta prioritāte', 'paper.dissentSee': 'Kāds nepiekrita: sk. “Domstarpības”.',
  'paper.none.text': 'Vēl nav uzrakstīts.', 'paper.none.evidence': 'Šim solim pierādījumi nav aprēķināti.', 'paper.none.notes': 'Nav uzrakstīta neviena piezīme.', 'paper.none.decisions': 'Šajā solī vēl nekas nav izlemts.', 'paper.none.disagreements': 'Nevienam lēmumam nav ierakstītas domstarpības.',
  'paper.none.priorities': 'Vēl nav ierosināta neviena kopīga prioritāte.', 'paper.none.final': 'Neviena kopīga prioritāte vēl nav galīga.', 'paper.none.objectives': 'Kopīgajai stratēģijai vēl nav mērķu.', 'paper.none.actions': 'Šim mērķim vēl nav ierakstīta neviena darbība.', 'paper.none.indicators': 'Šim mērķim vēl nav ierakstīts neviens rādītājs.', 'paper.none.sme': 'Vēl nav ierakstīta neviena mazo un vidējo uzņēmumu kopīga stratēģija.', 'paper.none.followed': 'Vēl nav ierakstīts neviens rādītājs.', 'paper.none.consultation': 'Apspriešana vēl nav sākusies.', 'paper.none.log': 'Vēl nekas nav izlemts.',
  'paper.tableInAnnex': 'Pirmās rindas: {shown} no {all}. Visa tabula ir pielikumā.',

  'paper.priorities': 'Kopīgās prioritātes', 'paper.priorities.caption': 'Kopīgās prioritātes: to stāvoklis un ko tās apvieno', 'paper.priorities.note': 'Nozaru kodi atbilst NACE 2. redakcijai.', 'paper.from': 'Izveidota no: {list}.',
  'paper.column.code': 'Kods', 'paper.column.name': 'Nosaukums', 'paper.column.country': 'Valsts', 'paper.column.priority': 'Prioritāte', 'paper.column.state': 'Stāvoklis', 'paper.column.sectors': 'Nozares', 'paper.column.technologies': 'Tehnoloģijas', 'paper.column.themes': 'Temati', 'paper.column.knowledge': 'Zināšanas', 'paper.column.regions': 'Kas deklarējis',
  'paper.column.action': 'Kopīga darbība', 'paper.column.lead': 'Vadītājs', 'paper.column.partners': 'Partneri', 'paper.column.time': 'Laiks', 'paper.column.means': 'Līdzekļi', 'paper.column.status': 'Posms',
  'paper.column.indicator': 'Rādītājs', 'paper.column.measure': 'Ko mēra', 'paper.column.baseline': 'Bāzes vērtība', 'paper.column.target': 'Mērķa vērtība', 'paper.column.by': 'Termiņš', 'paper.column.last': 'Pēdējais mērījums', 'paper.column.change': 'Izmaiņas',
  'paper.column.run': 'Analīze', 'paper.column.date': 'Datums', 'paper.column.value': 'Vērtība', 'paper.column.lower': 'No', 'paper.column.upper': 'Līdz', 'paper.column.what': 'Kas', 'paper.column.organisation': 'Organizācija', 'paper.column.role': 'Loma', 'paper.column.need': 'Vajadzība', 'paper.column.found': 'Līdz šim atrasts', 'paper.column.who': 'Kurš', 'paper.column.step': 'Solis', 'paper.column.decision': 'Lēmums', 'paper.column.why': 'Kāpēc', 'paper.column.decidedBy': 'Kas lēma', 'paper.column.decisions': 'Lēmumi',

  'paper.objective': 'Mērķis: {title}', 'paper.serves': 'Kalpo prioritātēm: {list}.', 'paper.actions': 'Kopīgās darbības mērķim “{title}”', 'paper.indicators': 'Rādītāji mērķim “{title}”', 'paper.indicators.note': 'Pirmais mērījums ir bāzes vērtība. Iekavās: nenoteiktības intervāls.',
  'paper.measure.organisations': 'organizācijas', 'paper.measure.crossBorderLinks': 'saites pāri robežām', 'paper.measure.crossBorderShare': 'saišu daļa pāri robežām', 'paper.measure.partnerCountries': 'partnervalstis', 'paper.measure.eiIndex': 'E-I indekss: saites pāri robežām pret saitēm valstī', 'paper.measure.clusters': 'esošie klasteri', 'paper.measure.in': '{measure} ({field})',
  'paper.change.clear': 'Intervāli nepārklājas: vairāk nekā nenoteiktība.', 'paper.change.unclear': 'Intervāli pārklājas: tā var būt nejaušība.', 'paper.change.counted': 'Intervāls nav zināms: saskaitīts tas, ko reģistrējuši avoti.', 'paper.change.once': 'Mērīts vienreiz.', 'paper.change.never': 'Vēl nav mērīts.', 'paper.change.undefined': 'Vienā no abām analīzēm mērs nav noteikts.', 'paper.points': '{n} procentpunkti',
  'paper.from.date': 'sākums: {from}', 'paper.until.date': 'beigas: {until}',

  'paper.sme': 'Mazo un vidējo uzņēmumu kopīgās stratēģijas', 'paper.sme.lead': 'Vismaz divu valstu uzņēmumi un institūti ar kopīgu vajadzību.', 'paper.sme.need': 'Kopīgā vajadzība:', 'paper.sme.priority': 'Prioritāte: {title}.', 'paper.sme.status': 'Posms: {status}.', 'paper.sme.members': '“{title}”: dalībnieki un to lomas vērtību ķēdē', 'paper.sme.missing': '“{title}”: trūkstošās lomas', 'paper.sme.plan': '“{title}”: plāns',
  'paper.sme.none': 'neviens', 'paper.sme.candidate': 'kandidāts', 'paper.sme.introduction': 'notiek iepazīstināšana', 'paper.sme.unnamed': 'Kandidāti nav nosaukti: viņi tam nav piekrituši.', 'paper.sme.whole': 'Neviena loma nav norādīta kā trūkstoša.',
  'paper.measurements': 'Visi rādītāju mērījumi', 'paper.measurements.name': 'Mērījumi',

  'paper.method': 'Metode un atrunas', 'paper.method.how': 'Visi skaitļi nāk no vienas saglabātas analīzes. Tie paši dati, iestatījumi un sākumvērtība dod tos pašus skaitļus. Tekstus, mērķa vērtības un lēmumus snieguši dalībnieki.', 'paper.method.caption': 'No kā aprēķināti skaitļi',
  'paper.method.run': 'Analīze', 'paper.method.finished': 'Aprēķina datums', 'paper.method.revision': 'Datu versija', 'paper.method.input': 'Datu kontrolsumma', 'paper.method.algorithm': 'Algoritms', 'paper.method.seed': 'Sākumvērtība', 'paper.method.software': 'Analīzes programmatūra', 'paper.method.workspace': 'Darbvieta un versija', 'paper.method.sharedBy': 'Kopīgai kopai vajadzīgie reģioni', 'paper.method.groupMin': 'Atbildes, kas vajadzīgas, lai rādītu grupas rezultātu',
  'paper.cautions': 'Atrunas',
  'paper.caution.recorded': 'Skaitļi rāda to, ko reģistrējuši beigās minētie avoti. Citur darītais nav redzams.', 'paper.caution.links': 'Saite nozīmē, ka divas organizācijas bija vienā projektā vai tīklā. Tā nepasaka, kurš no tā ieguva, un neviens skaitlis šeit nerāda cēloni un sekas.', 'paper.caution.uncertain': 'Vērtība ar intervālu tā robežās ir nenoteikta. Ja divi intervāli pārklājas, atšķirība var būt nejauša.', 'paper.caution.few': 'Apspriešanā netiek rādīts tādas grupas rezultāts, kurā ir pārāk maz atbilžu.', 'paper.caution.people': 'Cilvēki nosaukti tikai pēc lomas un reģiona.', 'paper.caution.words': 'Teksti ir valodā, kurā tie ierakstīti. Ja jomai vai nozarei šajā valodā nav nosaukuma, dots angļu nosaukums.', 'paper.caution.review': 'Tas, kas atzīmēts kā pārskatāms, balstās uz soli, kurš atvērts no jauna.',
  'paper.annex': 'Pielikums', 'paper.annex.lead': 'Tabulas, kas tekstam ir par garu, un lēmumu reģistrs.', 'paper.log': 'Lēmumu reģistrs', 'paper.synthetic': 'izdomāti dati', 'paper.licence': 'Licence: {licence}.', 'paper.boundaries': 'Reģionu kodi: Eurostat, NUTS.',

  'paper.summary.about': 'Par ko ir runa', 'paper.summary.text': 'Grupa meklē jomas, kurās tās reģioni kopā ir stiprāki nekā atsevišķi. Tā iet piecus soļus: salīdzina, ko reģioni deklarējuši, pārbauda to ar datiem, aplūko tendences, jautā uzņēmējiem, zinātnei, pārvaldei un sabiedrībai un novērtē, ko var dot sadarbība pāri robežām.',
  'paper.summary.stands': 'Cik tālu grupa ir tikusi', 'paper.summary.agreed': 'Par ko grupa ir vienojusies', 'paper.summary.disagreed': 'Par ko tā nav vienisprātis', 'paper.summary.plans': 'Ko grupa darīs', 'paper.summary.plans.lead': 'Mērķi un katra mērķa pirmās kopīgās darbības.', 'paper.summary.followed': 'Kā seko rezultātiem', 'paper.summary.caution': 'Kas jāpatur prātā', 'paper.summary.action': '{action} (vada: {lead}; {status})'
} satisfies Record<string, Text>
