/** Lithuanian: what exhibits and documents say. */
import type { Text } from './text.ts'

export const lt = {
  'cell.undefined': 'neapibrėžta', 'cell.withheld': 'nerodoma',

  'document.contents': 'Turinys', 'document.rowsShown': '{shown} iš {all} eilučių; kitos yra šio dokumento JSON faile.', 'document.table': 'Lentelė', 'document.figure': 'Paveikslas', 'document.page': 'Puslapis', 'document.sources': 'Šaltiniai',
  'document.asTable': 'Rodyti kaip lentelę', 'document.zoomIn': 'Priartinti', 'document.zoomOut': 'Nutolinti', 'document.wholePicture': 'Visas vaizdas', 'document.listOfNodes': 'Ką rodo paveikslas', 'document.print': 'Spausdinti',
  'document.skip': 'Pereiti prie teksto', 'document.missingCharacters': 'Ženklas □ žymi rašmenį, kurio nėra šio failo šriftuose; jis yra HTML faile.',

  'step.general': 'Bendroji dalis', 'step.common-sets': 'Bendrų aibių paieška', 'step.profiling': 'Analitinė apžvalga ir profiliai', 'step.trends': 'Rinkos ir technologijų tendencijos', 'step.consultation': 'Konsultacijos ir verslumo atradimas', 'step.internationalisation': 'Tarptautiškumo potencialas', 'step.strategy': 'Bendra strategija',
  'step.general.purpose': 'Susitarti, kas vadovauja ir kas sprendžia, kuo grupė nori tapti, ką ji darys ir kaip stebės rezultatus.',
  'step.common-sets.purpose': 'Rasti, kurie regionų deklaruoti prioritetai dera tarpusavyje, ir sudaryti iš jų bendrus prioritetus.',
  'step.profiling.purpose': 'Palyginti, ką regionai deklaruoja, su tuo, ką daro jų organizacijos, ir pamatyti, kur vienas regionas papildo kitą.',
  'step.trends.purpose': 'Pamatyti, kurios sritys auga, kurios yra naujos ir kokia jų vieta vertės grandinėse, ir patikslinti prioritetus.',
  'step.consultation.purpose': 'Išklausyti verslą, mokslą, administraciją ir visuomenę kiekviename regione ir kartu nuspręsti, kurie prioritetai yra galutiniai.',
  'step.internationalisation.purpose': 'Įvertinti, kiek kiekvienas galutinis prioritetas gali augti bendradarbiaujant per sienas.',
  'step.strategy.purpose': 'Paversti galutinius prioritetus tikslais, bendrais veiksmais ir rodikliais bei mažųjų ir vidutinių įmonių strategijomis.',

  'state.open': 'atviras', 'state.in review': 'peržiūrimas', 'state.closed': 'užbaigtas',
  'state.proposed': 'pasiūlytas', 'state.initial': 'pradinis', 'state.verified': 'patikrintas', 'state.refined': 'patikslintas', 'state.final': 'galutinis', 'state.assessed': 'įvertintas', 'state.dropped': 'atmestas',
  'helix.industry': 'verslas', 'helix.science': 'mokslas', 'helix.administration': 'administracija', 'helix.society': 'visuomenė',
  'role.operator': 'paslaugos valdytojas', 'role.coordinator': 'koordinatorius', 'role.authority': 'regiono valdžia', 'role.stakeholder': 'suinteresuotoji šalis', 'role.reader': 'skaitytojas',
  'ladder.learn': 'pažinimas', 'ladder.connect': 'jungimasis', 'ladder.demonstrate': 'demonstravimas', 'ladder.commercialise': 'komercinimas', 'ladder.scale up': 'plėtra',

  'paper.subtitle': 'Trans-S3 politikos dokumentas. Grupė: {places}', 'paper.subtitleSummary': 'Trans-S3 politikos dokumento santrauka. Grupė: {places}', 'paper.regions': { one: '{n} regionas ar šalis', few: '{n} regionai ir šalys', many: '{n} regiono ir šalies', other: '{n} regionų ir šalių' },
  'paper.label.period': 'Laikotarpis', 'paper.label.workspace': 'Darbo erdvė', 'paper.label.changed': 'Padėtis', 'paper.label.run': 'Analizė', 'paper.label.software': 'Programinė įranga', 'paper.label.language': 'Kalba', 'paper.language': 'lietuvių',
  'paper.period': '{from} – {to}', 'paper.version': '{id}, versija {version}',
  'paper.demonstration': 'Ši darbo erdvė sukurta metodui parodyti su tikrais duomenimis. Niekas joje nedalyvavo, ir niekas joje neišreiškia įvardytų regionų pozicijos.',
  'paper.complements': 'Trans-S3 papildo regionų ir šalių sumaniosios specializacijos strategijas. Nė vienos iš jų nepakeičia.',
  'paper.review': 'Peržiūrėti iš naujo', 'paper.stepState': 'Būsena: {state}', 'paper.checks': 'Atlikti kontrolinio sąrašo punktai: {done} iš {all}.',
  'paper.reopened': 'Peržiūrėti iš naujo, nes vėl atvertas žingsnis „{step}“. Priežastis: {reason}',
  'paper.decisionReview': 'Peržiūrėti iš naujo: sprendimas priimtas prieš vėl atveriant ankstesnį žingsnį.',

  'paper.overview': 'Trumpai',
  'paper.fact.regions': { one: 'regionas ar šalis grupėje', few: 'regionai ar šalys grupėje', many: 'regiono ar šalies grupėje', other: 'regionų ar šalių grupėje' }, 'paper.fact.final': { one: 'galutinis bendras prioritetas', few: 'galutiniai bendri prioritetai', many: 'galutinio bendro prioriteto', other: 'galutinių bendrų prioritetų' }, 'paper.fact.closed': { one: 'užbaigtas žingsnis', few: 'užbaigti žingsniai', many: 'užbaigto žingsnio', other: 'užbaigtų žingsnių' }, 'paper.fact.decisions': { one: 'užfiksuotas sprendimas', few: 'užfiksuoti sprendimai', many: 'užfiksuoto sprendimo', other: 'užfiksuotų sprendimų' }, 'paper.fact.actions': { one: 'bendras veiksmas', few: 'bendri veiksmai', many: 'bendro veiksmo', other: 'bendrų veiksmų' }, 'paper.fact.indicators': { one: 'stebimas rodiklis', few: 'stebimi rodikliai', many: 'stebimo rodiklio', other: 'stebimų rodiklių' },
  'paper.finalAre': 'Galutiniai bendri prioritetai:', 'paper.further': 'Kiti – politikos dokumente: {n}.',

  'paper.how': 'Pirma dalis: kaip tai daroma', 'paper.what': 'Kas yra Trans-S3',
  'paper.what.group': 'Trans-S3 yra metodas, kuriuo regionų grupė randa bendras specializacijas, dėl jų susitaria ir jas stebi. Juo žvelgiama toliau nei į vieno regiono stiprybę – į grupės stiprybę: ką jos regionai turi bendra, kur vienas papildo kitą ir kokių ryšių tarp jų trūksta.',
  'paper.what.priority': 'Bendras prioritetas yra ekonomikos sektoriaus, technologijos, temos ir žinių derinys; vieno klasifikatoriaus kodo nepakanka. Būseną jam suteikia grupės sprendimai.',
  'paper.what.origin': 'Metodas sukurtas projekte „GoSmart BSR“ („Interreg“ Baltijos jūros regionas, 2017–2021 m.). Šis dokumentas, kaip ir projekto politikos dokumentas, turi dvi dalis: kaip tai daroma ir kaip tai padarė grupė.',
  'paper.steps': 'Penki žingsniai su grįžtamuoju ryšiu', 'paper.gives': 'Būsena, kurią čia įgyja prioritetas: {state}.',
  'paper.steps.general': 'Greta žingsnių yra bendroji dalis: valdysena, bendra vizija, veiksmų planas ir stebėsena. Po žingsnių seka bendra strategija.',
  'paper.steps.feedback': 'Tai, kas sužinoma vėliau, gali vėl atverti ankstesnį žingsnį. Tada grupė nurodo priežastį, o visa, kas remiasi tuo žingsniu, pažymima peržiūrėti iš naujo. Niekas neperrašoma: kiekvieną versiją galima perskaityti ir palyginti.',
  'paper.data': 'Duomenų šaltinių rūšys',
  'paper.data.declared': 'Deklaruoti prioritetai', 'paper.data.declaredIs': 'Sumaniosios specializacijos strategijos ir kiti regionų dokumentai su juose nurodytais sektoriais, temomis ir žinių sritimis.',
  'paper.data.organisations': 'Organizacijos ir tinklai', 'paper.data.organisationsIs': 'Regionų organizacijos, jų rūšis, vieta ir sritys, taip pat jas siejantys projektai ir tinklai.',
  'paper.data.tables': 'Sąnaudų ir produkcijos lentelės', 'paper.data.tablesIs': 'Kurios šalies kuris sektorius kuriam tiekia: galutinė paklausa ir pridėtinė vertė vertės grandinėse.',
  'paper.data.trends': 'Tendencijų ataskaitos ir statistika', 'paper.data.trendsIs': 'Rinkų ir technologijų ataskaitos ir regionų statistika, kurias dalyviai užrašė su šaltiniu.',
  'paper.data.people': 'Dalyviai', 'paper.data.peopleIs': 'Verslo, mokslo, administracijos ir visuomenės vertinimai, pastabos ir sprendimai kiekviename regione.',
  'paper.problems': 'Rekomendacijos dėl būdingų sunkumų',
  'paper.problem.words': 'Regionai vartoja skirtingus žodžius', 'paper.problem.wordsDo': 'Susiekite kiekvieną prioritetą su visiems bendrais kodais. Tegul kiekvieną pasiūlymą patvirtina kas nors iš regiono. Kas su niekuo nesusiejama, lieka sąraše kaip tekstas.',
  'paper.problem.shared': 'Beveik viskas yra bendra', 'paper.problem.sharedDo': 'Reikalaukite, kad bendrą aibę remtų daugiau regionų. Derinkite sektorių, technologiją, temą ir žinias, kol prioritetas pasako ir tai, ko jis neapima.',
  'paper.problem.revealed': 'Deklaruoto prioriteto duomenyse nematyti', 'paper.problem.revealedDo': 'Laikykite tai klausimu, o ne klaida: duomenys rodo tik tai, ką užfiksavo jų šaltiniai. Prieš palikdami ar atmesdami prioritetą, paklauskite regiono.',
  'paper.problem.small': 'Skaičiai yra maži', 'paper.problem.smallDo': 'Skaitykite intervalą, ne vien reikšmę. Nerikiuokite to, ko negalima atskirti.',
  'paper.problem.missing': 'Trūksta vienos keturgubos spiralės grupės', 'paper.problem.missingDo': 'Pakvieskite ją dar kartą ir užrašykite, kas nebuvo išklausytas. Vienos grupės sutarimas nėra regiono sutarimas.',
  'paper.problem.disagree': 'Grupės nesutaria', 'paper.problem.disagreeDo': 'Įvardykite nesutarimą ir pasakykite, kas kokios nuomonės. Vidurkis jį paslepia.',
  'paper.problem.weights': 'Eilė priklauso nuo svorių', 'paper.problem.weightsDo': 'Parodykite, kiek ji keičiasi pakeitus svorius. Jei keičiasi daug, spręskite pagal atskirus matus.',
  'paper.problem.again': 'Ankstesnį žingsnį reikia vėl atverti', 'paper.problem.againDo': 'Nurodykite priežastį. Prieš vėl užbaigdami žingsnį, patvirtinkite arba pakeiskite visa, kas pažymėta peržiūrėti iš naujo.',

  'paper.done': 'Antra dalis: kaip tai padarė ši grupė', 'paper.group': 'Grupė ir laikotarpis', 'paper.group.period': 'Darbų laikotarpis: {from} – {to}.', 'paper.group.caption': 'Grupės regionai ir šalys, NUTS {vintage} kodai',
  'paper.participants': 'Dalyviai su galiojančiu kvietimu, pagal vaidmenį:', 'paper.participants.none': 'Dar niekas nepakviestas.',
  'paper.governance': 'Valdysena', 'paper.vision': 'Bendra vizija', 'paper.actionPlan': 'Veiksmų planas', 'paper.monitoring': 'Stebėsena',
  'paper.notes': 'Pastabos', 'paper.decisions': 'Sprendimai', 'paper.disagreements': 'Nesutarimai', 'paper.disagreements.lead': 'Su kuo kas nors nesutiko, kai buvo priimamas sprendimas. Tai čia įvardyta, o ne suvidurkinta.',
  'paper.source': 'Šaltinis: {source}', 'paper.why': 'Kodėl:', 'paper.evidence': 'Įrodymai: {list}.', 'paper.run': 'Analizė: {run}.', 'paper.by': 'Kas nusprendė: {who}, {date}.', 'paper.kept': 'Palikta: {list}.', 'paper.dropped': 'Atmesta: {list}.', 'paper.removedItem': 'pašalintas prioritetas', 'paper.dissentSee': 'Kažkas nesutiko: žr. „Nesutarimai“.',
  'paper.none.text': 'Dar neparašyta.', 'paper.none.evidence': 'Šiam žingsniui įrodymai neapskaičiuoti.', 'paper.none.notes': 'Neparašyta jokia pastaba.', 'paper.none.decisions': 'Šiame žingsnyje dar nieko nenuspręsta.', 'paper.none.disagreements': 'Prie nė vieno sprendimo neįrašytas nesutarimas.',
  'paper.none.priorities': 'Dar nepasiūlytas joks bendras prioritetas.', 'paper.none.final': 'Dar nė vienas bendras prioritetas nėra galutinis.', 'paper.none.objectives': 'Bendra strategija dar neturi tikslų.', 'paper.none.actions': 'Šiam tikslui dar neįrašyta jokių veiksmų.', 'paper.none.indicators': 'Šiam tikslui dar neįrašyta jokių rodiklių.', 'paper.none.sme': 'Dar neįrašyta jokia bendra mažųjų ir vidutinių įmonių strategija.', 'paper.none.followed': 'Dar neįrašytas joks rodiklis.', 'paper.none.consultation': 'Konsultacijos dar neprasidėjo.', 'paper.none.log': 'Dar nieko nenuspręsta.',
  'paper.tableInAnnex': 'Pirmosios eilutės: {shown} iš {all}. Visa lentelė yra priede.',

  'paper.priorities': 'Bendri prioritetai', 'paper.priorities.caption': 'Bendri prioritetai: jų būsena ir ką jie derina', 'paper.priorities.note': 'Sektorių kodai pagal NACE 2 red.', 'paper.from': 'Sudarytas iš: {list}.',
  'paper.column.code': 'Kodas', 'paper.column.name': 'Pavadinimas', 'paper.column.country': 'Šalis', 'paper.column.priority': 'Prioritetas', 'paper.column.state': 'Būsena', 'paper.column.sectors': 'Sektoriai', 'paper.column.technologies': 'Technologijos', 'paper.column.themes': 'Temos', 'paper.column.knowledge': 'Žinios', 'paper.column.regions': 'Kas deklaravo',
  'paper.column.action': 'Bendras veiksmas', 'paper.column.lead': 'Vadovauja', 'paper.column.partners': 'Partneriai', 'paper.column.time': 'Laikas', 'paper.column.means': 'Priemonės', 'paper.column.status': 'Etapas',
  'paper.column.indicator': 'Rodiklis', 'paper.column.measure': 'Ką matuoja', 'paper.column.baseline': 'Pradinė reikšmė', 'paper.column.target': 'Siektina reikšmė', 'paper.column.by': 'Terminas', 'paper.column.last': 'Paskutinis matavimas', 'paper.column.change': 'Pokytis',
  'paper.column.run': 'Analizė', 'paper.column.date': 'Data', 'paper.column.value': 'Reikšmė', 'paper.column.lower': 'Nuo', 'paper.column.upper': 'Iki', 'paper.column.what': 'Kas', 'paper.column.organisation': 'Organizacija', 'paper.column.role': 'Vaidmuo', 'paper.column.need': 'Poreikis', 'paper.column.found': 'Kol kas rasta', 'paper.column.who': 'Vykdytojas', 'paper.column.step': 'Žingsnis', 'paper.column.decision': 'Sprendimas', 'paper.column.why': 'Kodėl', 'paper.column.decidedBy': 'Kas nusprendė', 'paper.column.decisions': 'Sprendimai',

  'paper.objective': 'Tikslas: {title}', 'paper.serves': 'Kuriems prioritetams tarnauja: {list}.', 'paper.actions': 'Bendri veiksmai tikslui „{title}“', 'paper.indicators': 'Rodikliai tikslui „{title}“', 'paper.indicators.note': 'Pirmasis matavimas yra pradinė reikšmė. Skliaustuose – neapibrėžties intervalas.',
  'paper.measure.organisations': 'organizacijos', 'paper.measure.crossBorderLinks': 'ryšiai per sienas', 'paper.measure.crossBorderShare': 'ryšių per sienas dalis', 'paper.measure.partnerCountries': 'šalys partnerės', 'paper.measure.eiIndex': 'E-I indeksas: ryšiai per sienas, palyginti su ryšiais šalyje', 'paper.measure.clusters': 'esantys klasteriai', 'paper.measure.in': '{measure} ({field})',
  'paper.change.clear': 'Intervalai nesutampa: daugiau nei neapibrėžtis.', 'paper.change.unclear': 'Intervalai iš dalies sutampa: tai gali būti atsitiktinumas.', 'paper.change.counted': 'Intervalas nežinomas: suskaičiuota, ką užfiksavo šaltiniai.', 'paper.change.once': 'Matuota vieną kartą.', 'paper.change.never': 'Dar nematuota.', 'paper.change.undefined': 'Vienoje iš dviejų analizių matas neapibrėžtas.', 'paper.points': '{n} procentinio punkto',
  'paper.from.date': 'pradžia: {from}', 'paper.until.date': 'pabaiga: {until}',

  'paper.sme': 'Bendros mažųjų ir vidutinių įmonių strategijos', 'paper.sme.lead': 'Bent dviejų šalių įmonės ir institutai, turintys bendrą poreikį.', 'paper.sme.need': 'Bendras poreikis:', 'paper.sme.priority': 'Prioritetas: {title}.', 'paper.sme.status': 'Etapas: {status}.', 'paper.sme.members': '„{title}“: nariai ir jų vaidmenys vertės grandinėje', 'paper.sme.missing': '„{title}“: trūkstami vaidmenys', 'paper.sme.plan': '„{title}“: planas',
  'paper.sme.none': 'nieko', 'paper.sme.candidate': 'kandidatas', 'paper.sme.introduction': 'vyksta supažindinimas', 'paper.sme.unnamed': 'Kandidatai neįvardijami: jie tam nedavė sutikimo.', 'paper.sme.whole': 'Nenurodyta, kad kurio nors vaidmens trūktų.',
  'paper.measurements': 'Visi rodiklių matavimai', 'paper.measurements.name': 'Matavimai',

  'paper.method': 'Metodas ir išlygos', 'paper.method.how': 'Visi skaičiai gauti iš vienos išsaugotos analizės. Tie patys duomenys, nuostatos ir pradinė reikšmė duoda tuos pačius skaičius. Tekstus, siektinas reikšmes ir sprendimus pateikė dalyviai.', 'paper.method.caption': 'Iš ko apskaičiuoti skaičiai',
  'paper.method.run': 'Analizė', 'paper.method.finished': 'Apskaičiuota', 'paper.method.revision': 'Duomenų versija', 'paper.method.input': 'Duomenų kontrolinė suma', 'paper.method.algorithm': 'Algoritmas', 'paper.method.seed': 'Atsitiktinumo pradinė reikšmė', 'paper.method.software': 'Analizės programinė įranga', 'paper.method.workspace': 'Darbo erdvė ir versija', 'paper.method.sharedBy': 'Bendrai aibei reikalingi regionai', 'paper.method.groupMin': 'Atsakymai, reikalingi grupės rezultatui parodyti',
  'paper.cautions': 'Išlygos',
  'paper.caution.recorded': 'Skaičiai rodo, ką užfiksavo pabaigoje nurodyti šaltiniai. Kitur atliktų darbų nematyti.', 'paper.caution.links': 'Ryšys reiškia, kad dvi organizacijos buvo tame pačiame projekte ar tinkle. Jis nepasako, kas iš to laimėjo, ir joks skaičius čia nerodo priežasties ir pasekmės.', 'paper.caution.uncertain': 'Reikšmė su intervalu jo ribose yra neapibrėžta. Jei du intervalai iš dalies sutampa, skirtumas gali būti atsitiktinis.', 'paper.caution.few': 'Konsultacijose nerodomas grupės, pateikusios per mažai atsakymų, rezultatas.', 'paper.caution.people': 'Žmonės įvardijami tik vaidmeniu ir regionu.', 'paper.caution.words': 'Tekstai pateikti kalba, kuria buvo įrašyti. Jei sritis ar sektorius šia kalba neturi pavadinimo, pateiktas angliškas.', 'paper.caution.review': 'Tai, kas pažymėta peržiūrėti iš naujo, remiasi žingsniu, kuris vėl atvertas.',
  'paper.annex': 'Priedas', 'paper.annex.lead': 'Tekstui per ilgos lentelės ir sprendimų registras.', 'paper.log': 'Sprendimų registras', 'paper.synthetic': 'išgalvoti duomenys', 'paper.licence': 'Licencija: {licence}.', 'paper.boundaries': 'Regionų kodai: Eurostatas, NUTS.',

  'paper.summary.about': 'Apie ką tai', 'paper.summary.text': 'Grupė ieško sričių, kuriose jos regionai kartu stipresni negu atskirai. Ji eina penkiais žingsniais: palygina, ką regionai deklaravo, patikrina tai duomenimis, apžvelgia tendencijas, klausia verslo, mokslo, administracijos ir visuomenės ir įvertina, ką gali duoti bendradarbiavimas per sienas.',
  'paper.summary.stands': 'Kur grupė yra dabar', 'paper.summary.agreed': 'Dėl ko grupė susitarė', 'paper.summary.disagreed': 'Dėl ko ji nesutaria', 'paper.summary.plans': 'Ką grupė darys', 'paper.summary.plans.lead': 'Tikslai ir pirmieji bendri kiekvieno iš jų veiksmai.', 'paper.summary.followed': 'Kaip stebimi rezultatai', 'paper.summary.caution': 'Į ką atsižvelgti', 'paper.summary.action': '{action} (vadovauja: {lead}; {status})'
} satisfies Record<string, Text>
