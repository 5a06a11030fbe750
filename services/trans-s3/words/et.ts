/** Estonian: what exhibits and documents say. */
import type { Text } from './text.ts'

export const et = {
  'cell.undefined': 'määramata', 'cell.withheld': 'varjatud',

  'document.contents': 'Sisukord', 'document.rowsShown': '{shown} rida {all} reast; ülejäänud on selle dokumendi JSON-failis.', 'document.table': 'Tabel', 'document.figure': 'Joonis', 'document.page': 'Lehekülg', 'document.sources': 'Allikad',
  'document.asTable': 'Näita tabelina', 'document.zoomIn': 'Suurenda', 'document.zoomOut': 'Vähenda', 'document.wholePicture': 'Kogu pilt', 'document.listOfNodes': 'Mida joonis näitab', 'document.print': 'Prindi',
  'document.skip': 'Mine teksti juurde', 'document.missingCharacters': '□ tähistab märki, mida selle faili kirjatüüpides ei ole; see on olemas HTML-failis.',

  'step.general': 'Üldosa', 'step.common-sets': 'Ühiste hulkade otsimine', 'step.profiling': 'Analüütiline ülevaade ja profiilid', 'step.trends': 'Turu- ja tehnoloogiasuundumused', 'step.consultation': 'Konsulteerimine ja ettevõtlik avastamine', 'step.internationalisation': 'Rahvusvahelistumise potentsiaal', 'step.strategy': 'Ühine strateegia',
  'step.general.purpose': 'Leppida kokku, kes juhib ja kes otsustab, milleks rühm tahab saada, mida ta teeb ja kuidas tulemusi jälgib.',
  'step.common-sets.purpose': 'Leida, millised piirkondade väljakuulutatud prioriteedid kuuluvad kokku, ja teha neist ühised prioriteedid.',
  'step.profiling.purpose': 'Võrrelda seda, mida piirkonnad välja kuulutavad, sellega, mida nende organisatsioonid teevad, ja näha, kus üks piirkond teist täiendab.',
  'step.trends.purpose': 'Näha, millised valdkonnad kasvavad, millised on uued ja kus nad väärtusahelates asuvad, ning täpsustada prioriteete.',
  'step.consultation.purpose': 'Kuulata igas piirkonnas ettevõtjaid, teadlasi, haldust ja ühiskonda ning otsustada koos nendega, millised prioriteedid on lõplikud.',
  'step.internationalisation.purpose': 'Hinnata, kui palju iga lõplik prioriteet võib piiriülese koostöö toel kasvada.',
  'step.strategy.purpose': 'Muuta lõplikud prioriteedid eesmärkideks, ühistegevusteks ja näitajateks ning väikeste ja keskmise suurusega ettevõtjate strateegiateks.',

  'state.open': 'avatud', 'state.in review': 'läbivaatamisel', 'state.closed': 'suletud',
  'state.proposed': 'esitatud', 'state.initial': 'esialgne', 'state.verified': 'kontrollitud', 'state.refined': 'täpsustatud', 'state.final': 'lõplik', 'state.assessed': 'hinnatud', 'state.dropped': 'kõrvale jäetud',
  'helix.industry': 'ettevõtjad', 'helix.science': 'teadus', 'helix.administration': 'haldus', 'helix.society': 'ühiskond',
  'role.operator': 'teenuse haldaja', 'role.coordinator': 'koordinaator', 'role.authority': 'piirkonna asutus', 'role.stakeholder': 'sidusrühm', 'role.reader': 'lugeja',
  'ladder.learn': 'õppimine', 'ladder.connect': 'ühendamine', 'ladder.demonstrate': 'katsetamine', 'ladder.commercialise': 'turule viimine', 'ladder.scale up': 'laiendamine',

  'paper.subtitle': 'Trans-S3 poliitikadokument. Rühm: {places}', 'paper.subtitleSummary': 'Trans-S3 poliitikadokumendi kokkuvõte. Rühm: {places}', 'paper.regions': { one: '{n} piirkond või riik', other: '{n} piirkonda ja riiki' },
  'paper.label.period': 'Ajavahemik', 'paper.label.workspace': 'Tööruum', 'paper.label.changed': 'Seisuga', 'paper.label.run': 'Analüüs', 'paper.label.software': 'Tarkvara', 'paper.label.language': 'Keel', 'paper.language': 'eesti',
  'paper.period': '{from} – {to}', 'paper.version': '{id}, versioon {version}',
  'paper.demonstration': 'See tööruum on tehtud meetodi näitamiseks tegelike andmetega. Keegi ei ole selles osalenud ja miski selles ei väljenda nimetatud piirkondade seisukohta.',
  'paper.complements': 'Trans-S3 täiendab piirkondade ja riikide nutika spetsialiseerumise strateegiaid. See ei asenda neist ühtegi.',
  'paper.review': 'Uuesti läbi vaadata', 'paper.stepState': 'Seis: {state}', 'paper.checks': 'Kontrollnimekirja täidetud punktid: {done} / {all}.',
  'paper.reopened': 'Uuesti läbi vaadata, sest uuesti avati samm „{step}“. Põhjus: {reason}',
  'paper.decisionReview': 'Uuesti läbi vaadata: otsus on tehtud enne seda, kui üks varasem samm uuesti avati.',

  'paper.overview': 'Lühidalt',
  'paper.fact.regions': { one: 'piirkond või riik rühmas', other: 'piirkonda või riiki rühmas' }, 'paper.fact.final': { one: 'lõplik ühine prioriteet', other: 'lõplikku ühist prioriteeti' }, 'paper.fact.closed': { one: 'suletud samm', other: 'suletud sammu' }, 'paper.fact.decisions': { one: 'kirja pandud otsus', other: 'kirja pandud otsust' }, 'paper.fact.actions': { one: 'ühistegevus', other: 'ühistegevust' }, 'paper.fact.indicators': { one: 'jälgitav näitaja', other: 'jälgitavat näitajat' },
  'paper.finalAre': 'Lõplikud ühised prioriteedid:', 'paper.further': 'Ülejäänud on poliitikadokumendis: {n}.',

  'paper.how': 'Esimene osa: kuidas seda tehakse', 'paper.what': 'Mis on Trans-S3',
  'paper.what.group': 'Trans-S3 on meetod, millega piirkondade rühm leiab ühised spetsialiseerumised, lepib need kokku ja jälgib neid. See vaatab ühe piirkonna tugevusest kaugemale, rühma tugevusele: mis on rühma piirkondadel ühist, kus üks teist täiendab ja millised sidemed nende vahel puuduvad.',
  'paper.what.priority': 'Ühine prioriteet on majandussektori, tehnoloogia, teema ja teadmiste kombinatsioon; ühe klassifikaatori koodist ei piisa. Seisu annavad talle rühma otsused.',
  'paper.what.origin': 'Meetod pärineb projektist GoSmart BSR (Interregi Läänemere piirkond, 2017–2021). Sellel dokumendil on kaks osa nagu projekti poliitikadokumendil: kuidas seda tehakse ja kuidas rühm seda tegi.',
  'paper.steps': 'Viis sammu tagasisidega', 'paper.gives': 'Seis, mille prioriteet siin saab: {state}.',
  'paper.steps.general': 'Sammude kõrval on üldosa: juhtimine, ühine visioon, tegevuskava ja seire. Sammudele järgneb ühine strateegia.',
  'paper.steps.feedback': 'Hiljem teada saadu võib varasema sammu uuesti avada. Rühm ütleb siis põhjuse ning kõik, mis sellele sammule toetub, märgitakse uuesti läbivaadatavaks. Midagi ei kirjutata üle: iga versiooni saab lugeda ja võrrelda.',
  'paper.data': 'Andmeallikate liigid',
  'paper.data.declared': 'Väljakuulutatud prioriteedid', 'paper.data.declaredIs': 'Piirkondade nutika spetsialiseerumise strateegiad ja muud dokumendid koos neis nimetatud sektorite, teemade ja teadmusvaldkondadega.',
  'paper.data.organisations': 'Organisatsioonid ja võrgustikud', 'paper.data.organisationsIs': 'Piirkondade organisatsioonid, nende liik, asukoht ja valdkonnad ning projektid ja võrgustikud, mis neid seovad.',
  'paper.data.tables': 'Sisend-väljundtabelid', 'paper.data.tablesIs': 'Millise riigi milline sektor millisele tarnib: lõppnõudlus ja lisandväärtus väärtusahelates.',
  'paper.data.trends': 'Suundumuste aruanded ja statistika', 'paper.data.trendsIs': 'Turgude ja tehnoloogiate aruanded ning piirkondlik statistika, mille osalejad on koos allikaga kirja pannud.',
  'paper.data.people': 'Osalejad', 'paper.data.peopleIs': 'Ettevõtjate, teaduse, halduse ja ühiskonna hinnangud, märkused ja otsused igas piirkonnas.',
  'paper.problems': 'Soovitused tüüpiliste raskuste puhuks',
  'paper.problem.words': 'Piirkonnad kasutavad erinevaid sõnu', 'paper.problem.wordsDo': 'Siduge iga prioriteet koodidega, mis on kõigil ühised. Laske iga ettepanek kinnitada kellelgi piirkonnast. See, mis millegagi ei seostu, jääb nimekirja tekstina.',
  'paper.problem.shared': 'Peaaegu kõik on ühine', 'paper.problem.sharedDo': 'Nõudke ühise hulga taha rohkem piirkondi. Ühendage sektor, tehnoloogia, teema ja teadmised, kuni prioriteet ütleb ka seda, mida ta ei hõlma.',
  'paper.problem.revealed': 'Väljakuulutatud prioriteeti andmetes näha ei ole', 'paper.problem.revealedDo': 'Võtke seda küsimuse, mitte veana: andmed näitavad ainult seda, mida nende allikad kirja panevad. Enne prioriteedi alles- või kõrvalejätmist küsige piirkonnalt.',
  'paper.problem.small': 'Arvud on väikesed', 'paper.problem.smallDo': 'Lugege vahemikku, mitte ainult väärtust. Ärge seadke ritta seda, mida ei saa eristada.',
  'paper.problem.missing': 'Üks nelikheeliksi rühm puudub', 'paper.problem.missingDo': 'Kutsuge see uuesti ja pange kirja, keda ei kuulatud. Üksmeel ühes rühmas ei ole piirkonna üksmeel.',
  'paper.problem.disagree': 'Rühmad on eri meelt', 'paper.problem.disagreeDo': 'Nimetage lahkarvamus ja öelge, kellel milline seisukoht on. Keskmine peidab selle ära.',
  'paper.problem.weights': 'Järjestus sõltub kaaludest', 'paper.problem.weightsDo': 'Näidake, kui palju see kaaludega muutub. Kui see muutub palju, otsustage üksikute mõõdikute järgi.',
  'paper.problem.again': 'Varasem samm tuleb uuesti avada', 'paper.problem.againDo': 'Öelge põhjus. Enne sammu uut sulgemist kinnitage või muutke kõike, mis on märgitud uuesti läbivaadatavaks.',

  'paper.done': 'Teine osa: kuidas see rühm seda tegi', 'paper.group': 'Rühm ja ajavahemik', 'paper.group.period': 'Töö ajavahemik: {from} – {to}.', 'paper.group.caption': 'Rühma piirkonnad ja riigid, NUTS {vintage} koodid',
  'paper.participants': 'Kehtiva kutsega osalejad rolli järgi:', 'paper.participants.none': 'Kedagi ei ole veel kutsutud.',
  'paper.governance': 'Juhtimine', 'paper.vision': 'Ühine visioon', 'paper.actionPlan': 'Tegevuskava', 'paper.monitoring': 'Seire',
  'paper.notes': 'Märkmed', 'paper.decisions': 'Otsused', 'paper.disagreements': 'Lahkarvamused', 'paper.disagreements.lead': 'Millega keegi ei nõustunud, kui otsus tehti. See on siin nimetatud, mitte keskmiseks arvutatud.',
  'paper.source': 'Allikas: {source}', 'paper.why': 'Miks:', 'paper.evidence': 'Tõendid: {list}.', 'paper.run': 'Analüüs: {run}.', 'paper.by': 'Otsustaja: {who}, {date}.', 'paper.kept': 'Alles jäetud: {list}.', 'paper.dropped': 'Kõrvale jäetud: {list}.', 'paper.removedItem': 'eemaldatud prioriteet', 'paper.dissentSee': 'Keegi ei nõustunud: vt „Lahkarvamused“.',
  'paper.none.text': 'Veel kirjutamata.', 'paper.none.evidence': 'Selle sammu jaoks ei ole tõendeid arvutatud.', 'paper.none.notes': 'Ühtegi märget ei ole kirjutatud.', 'paper.none.decisions': 'Selles sammus ei ole veel midagi otsustatud.', 'paper.none.disagreements': 'Ühegi otsuse juurde ei ole lahkarvamust kirja pandud.',
  'paper.none.priorities': 'Ühtegi ühist prioriteeti ei ole veel esitatud.', 'paper.none.final': 'Ükski ühine prioriteet ei ole veel lõplik.', 'paper.none.objectives': 'Ühisel strateegial ei ole veel eesmärke.', 'paper.none.actions': 'Selle eesmärgi jaoks ei ole veel ühtegi tegevust kirja pandud.', 'paper.none.indicators': 'Selle eesmärgi jaoks ei ole veel ühtegi näitajat kirja pandud.', 'paper.none.sme': 'Ühtegi väikeste ja keskmise suurusega ettevõtjate ühisstrateegiat ei ole veel kirja pandud.', 'paper.none.followed': 'Ühtegi näitajat ei ole veel kirja pandud.', 'paper.none.consultation': 'Konsulteerimine ei ole veel alanud.', 'paper.none.log': 'Midagi ei ole veel otsustatud.',
  'paper.tableInAnnex': 'Esimesed read: {shown} / {all}. Kogu tabel on lisas.',

  'paper.priorities': 'Ühised prioriteedid', 'paper.priorities.caption': 'Ühised prioriteedid: nende seis ja mida nad ühendavad', 'paper.priorities.note': 'Sektorite koodid NACE 2. redaktsiooni järgi.', 'paper.from': 'Koostatud nendest: {list}.',
  'paper.column.code': 'Kood', 'paper.column.name': 'Nimi', 'paper.column.country': 'Riik', 'paper.column.priority': 'Prioriteet', 'paper.column.state': 'Seis', 'paper.column.sectors': 'Sektorid', 'paper.column.technologies': 'Tehnoloogiad', 'paper.column.themes': 'Teemad', 'paper.column.knowledge': 'Teadmised', 'paper.column.regions': 'Välja kuulutanud',
  'paper.column.action': 'Ühistegevus', 'paper.column.lead': 'Juht', 'paper.column.partners': 'Partnerid', 'paper.column.time': 'Aeg', 'paper.column.means': 'Vahendid', 'paper.column.status': 'Etapp',
  'paper.column.indicator': 'Näitaja', 'paper.column.measure': 'Mida mõõdab', 'paper.column.baseline': 'Algväärtus', 'paper.column.target': 'Sihtväärtus', 'paper.column.by': 'Tähtaeg', 'paper.column.last': 'Viimane mõõtmine', 'paper.column.change': 'Muutus',
  'paper.column.run': 'Analüüs', 'paper.column.date': 'Kuupäev', 'paper.column.value': 'Väärtus', 'paper.column.lower': 'Alates', 'paper.column.upper': 'Kuni', 'paper.column.what': 'Mis', 'paper.column.organisation': 'Organisatsioon', 'paper.column.role': 'Roll', 'paper.column.need': 'Vajadus', 'paper.column.found': 'Seni leitud', 'paper.column.who': 'Kes', 'paper.column.step': 'Samm', 'paper.column.decision': 'Otsus', 'paper.column.why': 'Miks', 'paper.column.decidedBy': 'Otsustaja', 'paper.column.decisions': 'Otsuseid',

  'paper.objective': 'Eesmärk: {title}', 'paper.serves': 'Teenib prioriteete: {list}.', 'paper.actions': 'Ühistegevused eesmärgi „{title}“ jaoks', 'paper.indicators': 'Näitajad eesmärgi „{title}“ jaoks', 'paper.indicators.note': 'Esimene mõõtmine on algväärtus. Sulgudes: määramatuse vahemik.',
  'paper.measure.organisations': 'organisatsioonid', 'paper.measure.crossBorderLinks': 'piiriülesed sidemed', 'paper.measure.crossBorderShare': 'piiriüleste sidemete osakaal', 'paper.measure.partnerCountries': 'partnerriigid', 'paper.measure.eiIndex': 'E-I indeks: piiriülesed sidemed võrreldes riigisisestega', 'paper.measure.clusters': 'olemasolevad klastrid', 'paper.measure.in': '{measure} ({field})',
  'paper.change.clear': 'Vahemikud ei kattu: rohkem kui määramatus.', 'paper.change.unclear': 'Vahemikud kattuvad: see võib olla juhus.', 'paper.change.counted': 'Vahemik ei ole teada: loendatud on see, mida allikad kirja panevad.', 'paper.change.once': 'Mõõdetud üks kord.', 'paper.change.never': 'Veel mõõtmata.', 'paper.change.undefined': 'Ühes kahest analüüsist on mõõdik määramata.', 'paper.points': '{n} protsendipunkti',
  'paper.from.date': 'algus: {from}', 'paper.until.date': 'lõpp: {until}',

  'paper.sme': 'Väikeste ja keskmise suurusega ettevõtjate ühisstrateegiad', 'paper.sme.lead': 'Vähemalt kahe riigi ettevõtjad ja instituudid, kellel on ühine vajadus.', 'paper.sme.need': 'Ühine vajadus:', 'paper.sme.priority': 'Prioriteet: {title}.', 'paper.sme.status': 'Etapp: {status}.', 'paper.sme.members': '„{title}“: liikmed ja nende rollid väärtusahelas', 'paper.sme.missing': '„{title}“: puuduvad rollid', 'paper.sme.plan': '„{title}“: kava',
  'paper.sme.none': 'mitte keegi', 'paper.sme.candidate': 'kandidaat', 'paper.sme.introduction': 'tutvustamine on käsil', 'paper.sme.unnamed': 'Kandidaate ei nimetata: nad ei ole selleks nõusolekut andnud.', 'paper.sme.whole': 'Ühtegi rolli ei ole puuduvaks nimetatud.',
  'paper.measurements': 'Kõik näitajate mõõtmised', 'paper.measurements.name': 'Mõõtmised',

  'paper.method': 'Meetod ja hoiatused', 'paper.method.how': 'Kõik arvud pärinevad ühest salvestatud analüüsist. Samad andmed, sätted ja seeme annavad samad arvud. Tekstid, sihtväärtused ja otsused on andnud osalejad.', 'paper.method.caption': 'Millest arvud on arvutatud',
  'paper.method.run': 'Analüüs', 'paper.method.finished': 'Arvutatud', 'paper.method.revision': 'Andmete versioon', 'paper.method.input': 'Andmete kontrollsumma', 'paper.method.algorithm': 'Algoritm', 'paper.method.seed': 'Seeme', 'paper.method.software': 'Analüüsi tarkvara', 'paper.method.workspace': 'Tööruum ja versioon', 'paper.method.sharedBy': 'Ühiseks hulgaks vajalikud piirkonnad', 'paper.method.groupMin': 'Vastused, mis on vajalikud rühma tulemuse näitamiseks',
  'paper.cautions': 'Hoiatused',
  'paper.caution.recorded': 'Arvud näitavad seda, mida lõpus nimetatud allikad kirja panevad. Mujal tehtu ei paista välja.', 'paper.caution.links': 'Side tähendab, et kaks organisatsiooni olid samas projektis või võrgustikus. See ei ütle, kes sellest võitis, ja ükski arv siin ei näita põhjust ja tagajärge.', 'paper.caution.uncertain': 'Vahemikuga väärtus on selle piires määramata. Kui kaks vahemikku kattuvad, võib erinevus olla juhuslik.', 'paper.caution.few': 'Konsulteerimisel ei näidata liiga väheste vastustega rühma tulemust.', 'paper.caution.people': 'Inimesi nimetatakse ainult rolli ja piirkonna järgi.', 'paper.caution.words': 'Tekstid on keeles, milles need sisestati. Kui valdkonnal või sektoril selles keeles nime ei ole, on antud ingliskeelne.', 'paper.caution.review': 'Uuesti läbivaadatavaks märgitu toetub sammule, mis uuesti avati.',
  'paper.annex': 'Lisa', 'paper.annex.lead': 'Teksti jaoks liiga pikad tabelid ja otsuste register.', 'paper.log': 'Otsuste register', 'paper.synthetic': 'väljamõeldud andmed', 'paper.licence': 'Litsents: {licence}.', 'paper.boundaries': 'Piirkondade koodid: Eurostat, NUTS.',

  'paper.summary.about': 'Millest on jutt', 'paper.summary.text': 'Rühm otsib valdkondi, kus tema piirkonnad on koos tugevamad kui eraldi. Ta teeb viis sammu: võrdleb, mida piirkonnad on välja kuulutanud, kontrollib seda andmetega, vaatab suundumusi, küsib ettevõtjatelt, teaduselt, halduselt ja ühiskonnalt ning hindab, mida piiriülene koostöö võib anda.',
  'paper.summary.stands': 'Kuhu rühm on jõudnud', 'paper.summary.agreed': 'Milles rühm on kokku leppinud', 'paper.summary.disagreed': 'Milles ta ei ole ühel meelel', 'paper.summary.plans': 'Mida rühm teeb', 'paper.summary.plans.lead': 'Eesmärgid ja igaühe esimesed ühistegevused.', 'paper.summary.followed': 'Kuidas tulemusi jälgitakse', 'paper.summary.caution': 'Mida silmas pidada', 'paper.summary.action': '{action} (juht: {lead}; {status})'
} satisfies Record<string, Text>
